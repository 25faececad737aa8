// Judges a bundle: a first reading of its frame, and one through the entries with the attachments beside them.
import { Acts, concerns } from './handelingen.js';
import { Details, Manifests, OperationLines } from './bijlagen.js';
import { Faults, Rejected, Unreadable } from './fouten.js';
import { Lines } from './regels.js';
import { Tree } from './boom.js';
import { canonicalObject } from './json.js';
import { checkpoint, isOf, isRight, note, policy, verificationKey } from './nota.js';
import { frame } from './bundel.js';
import { ID, moment, strange } from './vorm.js';
import { state, written } from './stand.js';
import { toBase64 } from './bytes.js';

const LONGEST_ENTRY = 1 << 16;
const TEXT_LINES = 4;
const TOLD_EVERY = 5000;

/**
 * The verdict on a bundle.
 * @param bundle a Blob
 * @param order the bytes of the policy; the state's text and the signer's key as a line, or null
 * @param progress told now and then how many entries were read, and of how many
 */
export async function verdict(bundle, { policyBytes, stateText, signerLine }, progress = async () => {}) {
  const trust = policy(policyBytes);
  const signer = signerLine === null ? null : verificationKey(signerLine.trim());
  if (signer !== null && signer.code !== 1) {
    throw new Rejected('De sleutel van de ondertekenaar is van een soort die geen lijsten ondertekent.');
  }
  const before = stateText === null ? null : state(stateText);
  const faults = new Faults();
  const figures = { origin: '', before: before?.size ?? -1, witnessed: !trust.needsNobody };
  let next = null;
  try {
    next = await judged(bundle, { trust, signer, before, faults, figures, progress });
  } catch (cause) {
    if (!(cause instanceof Unreadable)) {
      throw cause;
    }
    faults.addFault(cause.fault);
  }
  return { whole: faults.count === 0, count: faults.count, faults: faults.listed(), figures, next: faults.count === 0 ? next : null };
}

async function judged(blob, { trust, signer, before, faults, figures, progress }) {
  const bundle = await frame(blob);
  if (!trust.logs.some((log) => log.name === bundle.origin)) {
    faults.add('LB-31', { line: 2 });
  }
  if (before !== null && before.origin !== bundle.origin) {
    faults.add('LB-43', { line: 2 });
  }
  if (bundle.from > (before?.size ?? 0)) {
    faults.add('LB-42', { line: 3 });
  }
  if (before !== null && bundle.size < before.size) {
    faults.add('LB-40', { line: bundle.entries.line - 1 });
  }
  const signed = signatures(bundle, trust, faults);
  const beside = {
    details: new Details(blob, bundle, faults),
    operations: new OperationLines(blob, bundle, faults),
    manifests: new Manifests(blob, bundle, signer, faults),
  };
  const { root, acts } = await walked(blob, bundle, { before, faults, beside, progress });
  await beside.details.requireNoneLeft();
  await beside.operations.requireNoneLeft();
  await beside.manifests.requireNoneLeft();
  if (signed.checkpoint !== null && signed.checkpoint.size !== String(bundle.size)) {
    faults.add('LB-32', { line: bundle.noteLine + 1 });
  } else if (signed.checkpoint !== null && signed.checkpoint.root !== root) {
    faults.add('LB-33', { line: bundle.noteLine + 2 });
  }
  Object.assign(figures, {
    origin: bundle.origin,
    from: bundle.from,
    size: bundle.size,
    root: signed.checkpoint?.root ?? '',
    witnesses: signed.witnesses,
    details: beside.details.right,
    erased: beside.details.erased,
    lines: beside.operations.right,
    linesLeftOut: beside.operations.leftOut,
    manifests: beside.manifests.right,
    releases: acts.releases,
    keyEvents: acts.keyEvents,
    open: acts.open.size,
    undecided: acts.undecided,
  });
  return written(bundle.note, acts.open);
}

/** Every signature line counts, and none is passed over. */
function signatures(bundle, trust, faults) {
  const read = note(bundle.note);
  const known = read === null ? null : checkpoint(read.text);
  const place = { line: bundle.noteLine };
  if (known === null) {
    faults.add('LB-30', place);
    return { checkpoint: null, witnesses: [] };
  }
  if (known.origin !== bundle.origin) {
    faults.add('LB-31', place);
  }
  const logs = trust.logs.filter((log) => log.name === known.origin);
  const right = new Set();
  let logSigned = false;
  read.signatures.forEach((line, i) => {
    const at = { line: bundle.noteLine + TEXT_LINES + i };
    const key = [...logs, ...trust.witnesses].find((one) => isOf(line, one));
    logSigned ||= logs.includes(key);
    if (key === undefined) {
      faults.add('LB-34', at);
    } else if (!isRight(read.text, line, key)) {
      faults.add(logs.includes(key) ? 'LB-35' : 'LB-36', at);
    } else if (right.has(key)) {
      faults.add('LB-34', at);
    } else {
      right.add(key);
    }
  });
  if (!logSigned) {
    faults.add('LB-35', place);
  }
  if (!trust.quorum(right)) {
    faults.add('LB-37', place);
  }
  return { checkpoint: known, witnesses: trust.witnesses.filter((key) => right.has(key)).map((key) => key.name) };
}

async function walked(blob, bundle, { before, faults, beside, progress }) {
  const tree = new Tree(bundle.from, bundle.frontier);
  const seen = new Identifiers();
  let acts = new Acts([], faults);
  let acting = bundle.from === 0;
  // what was verified before is met at the size at which it was; from there on acts are judged
  const meet = () => {
    if (before === null || before.size !== tree.size) {
      return;
    }
    if (before.root !== toBase64(tree.root())) {
      faults.add('LB-41', { line: bundle.entries.line - 1 + tree.size - bundle.from, seq: tree.size - 1 });
    }
    if (!acting) {
      acts = new Acts(before.open, faults);
      acting = true;
    }
  };
  const lines = new Lines(blob, bundle.entries.offset, bundle.entries.line);
  meet();
  for (let i = 0; i < bundle.entries.count; i++) {
    await lines.must();
    tree.add(lines.bytes);
    const entry = checked(lines, tree.size - 1, faults);
    if (entry !== null) {
      await judgedEntry(entry, { seen, beside, faults, acts: acting ? acts : null });
    }
    meet();
    if (i % TOLD_EVERY === TOLD_EVERY - 1) {
      await progress(i + 1, bundle.entries.count);
    }
  }
  return { root: toBase64(tree.root()), acts };
}

/** The place and members of an entry whose members all have their form; else null. */
function checked(lines, seq, faults) {
  const place = { line: lines.number, seq };
  if (lines.bytes.length > LONGEST_ENTRY) {
    faults.add('LB-10', place);
  }
  const text = lines.text();
  const members = text === null ? null : canonicalObject(text);
  if (members === null) {
    faults.add('LB-11', place);
    return null;
  }
  if (typeof members.id === 'string' && ID.test(members.id)) {
    place.id = members.id;
  }
  const wrong = strange(members);
  wrong.forEach(([code, member]) => faults.add(code, place, member));
  return wrong.length === 0 ? { place, members } : null;
}

async function judgedEntry({ place, members }, { seen, beside, faults, acts }) {
  // an operation is written when it ends, and has the identifier of its beginning
  const began = new Date(moment(members.id)).toISOString();
  if (members.kind === 'ldv' ? began.length !== members.t.length || began > members.t : began !== members.t) {
    faults.add('LB-14', place, 't');
  }
  if (seen.repeats(members.id)) {
    faults.add('LB-15', place, 'id');
  }
  if (members.kind === 'ldv') {
    await beside.operations.check(place, members);
    return;
  }
  const detail = await beside.details.detailOf(place, members);
  if (!concerns(members)) {
    return;
  }
  acts?.follow(place, members);
  if (members.act === 'release.release') {
    await beside.manifests.check(place, members, detail);
  }
}

/** Identifiers seen before, in 16 bytes each: a table that is at most half full. */
class Identifiers {
  #table = new Uint32Array(4 << 12);
  #count = 0;

  /** Whether the identifier was given before. */
  repeats(id) {
    const digits = id.replaceAll('-', '');
    const parts = [0, 8, 16, 24].map((at) => parseInt(digits.slice(at, at + 8), 16));
    if (2 * this.#count >= this.#table.length / 4) {
      this.#grow();
    }
    return this.#put(parts);
  }

  #put([a, b, c, d]) {
    const table = this.#table;
    const slots = table.length / 4;
    for (let slot = (Math.imul(d ^ b, 0x9e3779b1) >>> 0) % slots; ; slot = (slot + 1) % slots) {
      const at = 4 * slot;
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d) {
        return true;
      }
      // an identifier of version 7 is never all zeros
      if ((table[at] | table[at + 1] | table[at + 2] | table[at + 3]) === 0) {
        table.set([a, b, c, d], at);
        this.#count += 1;
        return false;
      }
    }
  }

  #grow() {
    const old = this.#table;
    this.#table = new Uint32Array(2 * old.length);
    this.#count = 0;
    for (let at = 0; at < old.length; at += 4) {
      if ((old[at] | old[at + 1] | old[at + 2] | old[at + 3]) !== 0) {
        this.#put(old.subarray(at, at + 4));
      }
    }
  }
}
