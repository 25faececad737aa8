// Blinds numbers in workers, has the points evaluated, and finalizes. In every batch the canaries stand at random places:
// if one comes out otherwise than before, the service used another key, and nothing is sent.
import { Unusable, canaries, encoding } from './ontdaan.js';

const BATCH = 998;
const SLICE = 40;
const WORKERS = 4;

/** The workers, each with one task at a time. */
export class Workers {
  #idle = [];
  #waiting = [];
  #all = [];

  constructor(address) {
    const count = Math.max(1, Math.min(WORKERS, navigator.hardwareConcurrency || 2));
    for (let i = 0; i < count; i++) {
      const worker = new Worker(address, { type: 'module' });
      this.#all.push(worker);
      this.#idle.push(worker);
    }
  }

  do(task) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#next();
    });
  }

  #next() {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const worker = this.#idle.pop();
      const { task, resolve, reject } = this.#waiting.shift();
      const ended = (result) => {
        this.#idle.push(worker);
        result.done === undefined ? reject(new Unusable('dienst')) : resolve(result.done);
        this.#next();
      };
      worker.onmessage = ({ data }) => ended(data);
      worker.onerror = () => ended({});
      worker.postMessage(task);
    }
  }

  close() {
    this.#all.forEach((worker) => worker.terminate());
  }
}

/**
 * y of each number with every version of the key in use, as a Map from number to the text that stands in its place.
 * @param expected of each version, the newest first: its number, public key and the outcomes of the canaries
 * @param evaluate from points in Base64 to a promise of the same versions, each with evaluations in Base64
 * @param progress told how many evaluations are done, of how many
 */
export async function evaluated(numbers, { workers, expected, evaluate, progress }) {
  const outcomes = new Map();
  const state = { done: 0, steps: 1 + expected.length };
  const told = (count) => progress((state.done += count) / state.steps, numbers.length);
  for (let from = 0; from < numbers.length; from += BATCH) {
    const some = numbers.slice(from, from + BATCH);
    const places = mixed(some.map((number) => ({ number, input: encoding(number) })));
    const outputs = await round(places, { workers, expected, evaluate, told });
    places.forEach((place, i) => {
      const under = outputs.map((version) => version[i]);
      if (place.canary === undefined) {
        outcomes.set(place.number, under.join('+'));
      } else if (under.some((output, version) => output !== expected[version].canaries[place.canary])) {
        throw new Unusable('kanarie');
      }
    });
  }
  return outcomes;
}

function mixed(places) {
  canaries().forEach((input, canary) => places.splice(below(places.length + 1), 0, { canary, input }));
  return places;
}

/** A random whole number from 0 to the limit, which is small. */
function below(limit) {
  return crypto.getRandomValues(new Uint32Array(1))[0] % limit;
}

/** The outputs of all places, for each version. */
async function round(places, { workers, expected, evaluate, told }) {
  const inputs = places.map((place) => place.input);
  const blinded = (await Promise.all(slices(inputs).map(async ([from, slice]) => {
    const done = await workers.do({ kind: 'blind', inputs: inputs.slice(from, from + slice) });
    told(done.length);
    return done;
  }))).flat();
  const answers = await evaluate(blinded.map((b) => base64(b.blinded)));
  const same = (one, other) => one?.version === other.version && one.key === other.key;
  if (answers.length !== expected.length || !expected.every((other, version) => same(answers[version], other))) {
    throw new Unusable('gewisseld');
  }
  return Promise.all(answers.map((answer) => finalized(inputs, blinded, { answer, workers, told })));
}

async function finalized(inputs, blinded, { answer, workers, told }) {
  if (answer.evaluations.length !== inputs.length) {
    throw new Unusable('dienst');
  }
  const outputs = await Promise.all(slices(inputs).map(async ([from, slice]) => {
    const part = (list) => list.slice(from, from + slice);
    const done = await workers.do({
      kind: 'finalize',
      inputs: part(inputs),
      blinds: part(blinded).map((b) => b.blind),
      evaluations: part(answer.evaluations).map(bytes),
    });
    told(done.length);
    return done;
  }));
  const mark = answer.version === '1' ? '' : `${answer.version}.`;
  return outputs.flat().map((output) => mark + base64url(output));
}

function slices(list) {
  const parts = [];
  for (let from = 0; from < list.length; from += SLICE) {
    parts.push([from, SLICE]);
  }
  return parts;
}

function base64(array) {
  return btoa(String.fromCharCode(...array));
}

function base64url(array) {
  return base64(array).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytes(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
