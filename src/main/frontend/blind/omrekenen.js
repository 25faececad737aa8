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
 * y of each number, as a Map from number to Base64url.
 * @param pinned the expected outcomes of the canaries, Base64url
 * @param evaluate from points in Base64 to a promise of evaluations in Base64
 * @param progress told how many halves of an evaluation are done, of how many
 */
export async function evaluated(numbers, { workers, pinned, evaluate, progress }) {
  const outcomes = new Map();
  const state = { done: 0, all: 2 * numbers.length };
  for (let from = 0; from < numbers.length; from += BATCH) {
    const some = numbers.slice(from, from + BATCH);
    const places = mixed(some.map((number) => ({ number, input: encoding(number) })));
    const outputs = await round(places, { workers, evaluate, told: (n) => progress((state.done += n), state.all) });
    places.forEach((place, i) => {
      if (place.canary === undefined) {
        outcomes.set(place.number, outputs[i]);
      } else if (outputs[i] !== pinned[place.canary]) {
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

async function round(places, { workers, evaluate, told }) {
  const inputs = places.map((place) => place.input);
  const blinded = (await Promise.all(slices(inputs).map(async ([from, slice]) => {
    const done = await workers.do({ kind: 'blind', inputs: inputs.slice(from, from + slice) });
    told(done.length);
    return done;
  }))).flat();
  const answer = await evaluate(blinded.map((b) => base64(b.blinded)));
  if (answer.length !== inputs.length) {
    throw new Unusable('dienst');
  }
  const outputs = await Promise.all(slices(inputs).map(async ([from, slice]) => {
    const part = (list) => list.slice(from, from + slice);
    const done = await workers.do({
      kind: 'finalize',
      inputs: part(inputs),
      blinds: part(blinded).map((b) => b.blind),
      evaluations: part(answer).map(bytes),
    });
    told(done.length);
    return done;
  }));
  return outputs.flat().map(base64url);
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
