// What acts on releases and keys owe one another: two approvers, two custodians, and no step before the one it follows from.
import { moment } from './vorm.js';

const NOTHING = '';

/** @param another whether somebody else must take the step than took the one before */
const step = (kind, from, to, another, outOfOrder, samePerson) => ({ kind, from, to, another, outOfOrder, samePerson });
const release = (from, to) => step('rel', from, to, false, 'LB-52', 'LB-51');
const proposed = (to) => step('key', [NOTHING], to, false, 'LB-55', 'LB-54');
const settled = (from, another) => step('key', [from], NOTHING, another, 'LB-53', 'LB-54');

/** Every act that an entry of kind rel or key may tell of. */
const STEPS = new Map(Object.entries({
  'release.pack': release([NOTHING], 'built'),
  'release.approve': release(['built'], 'approved'),
  'release.release': step('rel', ['approved'], 'released', true, 'LB-50', 'LB-51'),
  'release.download': release(['released'], 'released'),
  'release.recall': release(['built', 'approved', 'released'], NOTHING),
  'release.end': release(['built', 'approved', 'released'], NOTHING),
  'key.propose': proposed('proposed'),
  'key.confirm': settled('proposed', true),
  'key.reject': settled('proposed', false),
  'key.rotate-proposed': proposed('rotate'),
  'key.rotate': settled('rotate', true),
  'key.open-proposed': proposed('open'),
  'key.open': settled('open', true),
  'key.close-proposed': proposed('close'),
  'key.close': settled('close', true),
}));

/** Whether an entry is one that these rules are about. */
export function concerns(members) {
  return members.res === 'ok' && (members.kind === 'rel' || members.kind === 'key' || STEPS.has(members.act));
}

/** The year in which a school year starts, on Dutch clocks: summer time holds on 1 August. */
function schoolYear(milliseconds) {
  const summer = new Date(milliseconds + 2 * 3600 * 1000);
  return summer.getUTCFullYear() - (summer.getUTCMonth() >= 7 ? 0 : 1);
}

export class Acts {
  #faults;
  /** What is not finished, by its object: the outcome of its last step, by whom and when. */
  open;
  releases = 0;
  keyEvents = 0;
  undecided = 0;

  constructor(open, faults) {
    this.open = new Map(open);
    this.#faults = faults;
  }

  /** Judges an entry that these rules are about, and follows it. */
  follow(place, { act, kind, actor, obj, id }) {
    const rule = STEPS.get(act);
    if (rule === undefined || rule.kind !== kind) {
      this.#faults.add('LB-56', place, 'act');
      return;
    }
    if (actor === null) {
      this.#faults.add('LB-57', place, 'actor');
      return;
    }
    const before = this.open.get(obj) ?? { was: NOTHING, by: NOTHING, moment: 0 };
    const after = { was: rule.to, by: actor, moment: moment(id) };
    if (!rule.from.includes(before.was)) {
      this.#faults.add(rule.outOfOrder, place, 'obj');
    } else if (rule.another && before.by === after.by) {
      this.#faults.add(rule.samePerson, place, 'actor');
    } else if (rule.another) {
      this[kind === 'rel' ? 'releases' : 'keyEvents'] += 1;
      this.undecided += schoolYear(before.moment) === schoolYear(after.moment) ? 0 : 1;
    }
    if (rule.to === NOTHING) {
      this.open.delete(obj);
    } else {
      this.open.set(obj, after);
    }
  }
}
