// The members of entries, format 1, and the form of each: docs/explanation/audit-log.md as a table.

export const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const HASH = /^[0-9a-f]{64}$/;

const LONGEST = 300;

export const isText = (form) => (value) => typeof value === 'string' && value.length <= LONGEST && form.test(value);
export const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isNull = (value) => value === null;
const SPAN = isText(/^(?!0{16})[0-9a-f]{16}$/);
const orNull = (form) => (value) => value === null || form(value);

const SHARED = {
  v: (value) => value === 1,
  id: isText(ID),
  t: isText(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/),
  trace: isText(/^(?!0{32})[0-9a-f]{32}$/),
  span: SPAN,
  purpose: isText(/^urn:schakel:verwerking:[a-z]+(-[a-z]+)*:[1-9][0-9]{0,3}$/),
};
const OF_ACT = {
  ...SHARED,
  kind: isText(/^(act|con|key|rel|sys)$/),
  act: isText(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/),
  obj: isText(/^[a-z]+(-[a-z]+)*(\/[A-Za-z0-9._:-]+)*$/),
  res: isText(/^(ok|denied|error)$/),
  org: isText(/^[!-~]{1,100}$/),
  actor: orNull(isText(HASH)),
  sub: orNull(isText(HASH)),
  priv: orNull(isText(HASH)),
};
const OF_OPERATION = {
  ...SHARED,
  kind: isText(/^ldv$/),
  name: isText(/^[\s\S]+$/),
  status: isText(/^(Error|Ok|Unset)$/),
  start: isCount,
  end: isCount,
  lines: isCount,
  root: isText(HASH),
  spans: isText(/^[0-9a-f]{16}$/),
  parent: orNull(SPAN),
  sub: isNull,
  subtype: isNull,
};
const TABLES = new Map([
  ...['act', 'con', 'key', 'rel', 'sys'].map((kind) => [kind, OF_ACT]),
  ['ldv', OF_OPERATION],
]);

/** The names of an object's members in alphabetical order. */
const names = (object) => Object.keys(object).sort();

/**
 * The members of an entry that are not as they should be, each with its fault. An entry with faults is judged no further.
 * @param members what canonicalObject made of the entry
 */
export function strange(members) {
  const table = TABLES.get(members.kind);
  if (table === undefined) {
    return [['LB-13', 'kind']];
  }
  const missing = names(table).filter((name) => !Object.hasOwn(members, name));
  if (missing.length > 0) {
    return missing.map((name) => ['LB-12', name]);
  }
  if (names(members).length > names(table).length) {
    return [['LB-12', '']];
  }
  return names(table).filter((name) => !table[name](members[name])).map((name) => ['LB-13', name]);
}

/** The milliseconds since 1970 in an identifier. */
export const moment = (id) => parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
