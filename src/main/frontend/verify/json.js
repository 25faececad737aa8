// Canonical JSON, RFC 8785: the language's own reader, and a writer whose result must be the text that was read.

const DEEPEST = 16;

/** The canonical text of a value. Throws where there is none: half a surrogate pair, a number without end, too many levels. */
export function canonical(value, depth = 0) {
  if (depth > DEEPEST) {
    throw new RangeError('too deep');
  }
  if (typeof value === 'string') {
    return quoted(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new RangeError('no number');
    }
    return String(value);
  }
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((each) => canonical(each, depth + 1)).join(',')}]`;
  }
  const members = Object.keys(value).sort(byUnits);
  return `{${members.map((name) => `${quoted(name)}:${canonical(value[name], depth + 1)}`).join(',')}}`;
}

/** By UTF-16 code units, whatever the language of the browser. */
function byUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function quoted(text) {
  if (/\p{Surrogate}/u.test(text)) {
    throw new RangeError('half a surrogate pair');
  }
  return JSON.stringify(text);
}

/** The object that a text holds in its canonical form, or null. A name that comes twice does not come back, so it shows. */
export function canonicalObject(text) {
  try {
    const value = JSON.parse(text);
    const object = value !== null && typeof value === 'object' && !Array.isArray(value);
    return object && canonical(value) === text ? value : null;
  } catch {
    return null;
  }
}
