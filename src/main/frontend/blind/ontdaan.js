// Takes a school's file apart and writes only what the service reads. No number, name, address or day of birth passes:
// elements are copied by a list of names, not removed by one. The Java tool writes the same bytes.
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const PUPILS = 'http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens';
const RESULTS = 'http://www.edustandaard.nl/leerresultaten/2/leerresultaten';
const OSO = 'http://www.edustandaard.nl/oso_gegevensset/1.2/dossier';
const HEAD = { schooljaar: 0, brincode: 0, dependancecode: 0, aanmaakdatum: 0, xsdversie: 0 };
const NUMBERS = ['bsn', 'onderwijsnummer', 'sofinummer'];
const TREE = {
  school: HEAD,
  toetsafnames: {
    toetsafname: {
      leerlingid: 0,
      resultaten: {
        resultaat: {
          afnamedatum: 0,
          toetscode: 0,
          toetsonderdeelcode: 0,
          score: 0,
          osoresultaat: {
            toetsscore: { aantalgoed: 0, aantalopgaven: 0, vaardigheidsscore: 0 },
            referentiescore: { codereferentiescore: 0, codevergelijkingsgroep: 0, waarde: 0 },
          },
        },
      },
    },
  },
  toetsen: { toets: { toetscode: 0, versie: 0, toetsnaam: 0, leerjaar: 0, vakgebied: 0 } },
};
const LONGEST = 256;
const FEWEST = 5;
const COLUMNS = ['leerlingid', 'instrument', 'schaal', 'afnamedatum', 'score'];

/** Why a file cannot be taken; the code names a text of the page. */
export class Unusable extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/**
 * The keys of one file. Pupil keys leave as they are; where they are numbers the file does not leave at all. In the
 * place of the key of a result stands which of the different keys it is, counted from 1.
 */
class Keys {
  #pupils = new Set();
  #numbers = new Set();
  #results = new Map();

  pupil(key) {
    this.#pupils.add(key);
  }

  /** What stands in the place of a number, right or wrong. */
  number(text) {
    nines(text).forEach((nine) => this.#numbers.add(nine));
  }

  ofResult(key) {
    if (key === '' || key.length > LONGEST) {
      return key === '' ? '' : 'x'.repeat(LONGEST + 1);
    }
    if (!this.#results.has(key)) {
      this.#results.set(key, String(this.#results.size + 1));
    }
    return this.#results.get(key);
  }

  /**
   * Refuses where a key holds a number of the file, or where at least five keys hold some number and these are more
   * than half of the keys that hold exactly nine digits in a row. By chance one of eleven does.
   */
  check() {
    const keys = [...this.#pupils];
    const runs = keys.map((key) => (key.match(/[0-9]+/g) ?? []).filter((run) => run.length === 9));
    const alike = runs.filter((some) => some.length > 0);
    const valid = alike.filter((some) => some.some((run) => defect(run) === '')).length;
    const held = keys.some((key) => nines(key).some((nine) => this.#numbers.has(nine)));
    if (held || (valid >= FEWEST && 2 * valid > alike.length)) {
      throw new Unusable('sleutel');
    }
  }
}

/** Every nine digits in a row. */
function nines(text) {
  const found = [];
  for (const run of text.match(/[0-9]{9,}/g) ?? []) {
    for (let from = 0; from + 9 <= run.length; from++) {
      found.push(run.slice(from, from + 9));
    }
  }
  return found;
}

/** The text of a file in the character set that it declares, as the service reads it. */
export function decode(bytes) {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512));
  const marks = [['\u00ef\u00bb\u00bf', 'utf-8'], ['\u00fe\u00ff', 'utf-16be'], ['\u00ff\u00fe', 'utf-16le']];
  const mark = marks.find(([signs]) => start.startsWith(signs));
  const declared = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/.exec(start);
  const name = mark ? mark[1] : (declared ? declared[1].toLowerCase() : 'utf-8');
  if (!['utf-8', 'utf-16be', 'utf-16le', 'iso-8859-1', 'windows-1252', 'us-ascii'].includes(name)) {
    throw new Unusable('bestand');
  }
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    throw new Unusable('bestand');
  }
}

/** The rule that a number breaks, or nothing. */
export function defect(text) {
  if (text.length !== 9) {
    return 'LV-0111';
  }
  if (!/^[0-9]{9}$/.test(text)) {
    return 'LV-0112';
  }
  if (text === '000000000') {
    return 'LV-0113';
  }
  return type(text) === 0 ? 'LV-0114' : '';
}

function type(text) {
  let sum = -Number(text[8]);
  for (let i = 0; i < 8; i++) {
    sum += (9 - i) * Number(text[i]);
  }
  const rest = ((sum % 11) + 11) % 11;
  return rest === 0 ? 1 : rest === 5 && text.startsWith('10') ? 2 : 0;
}

/** The canonical encoding CID of a number that has no defect, 17 bytes. */
export function encoding(text) {
  return new TextEncoder().encode(`NLPGN\u0001${String.fromCharCode(type(text))}\t${text}`);
}

/** The two canaries: type FF, which no number has. */
export function canaries() {
  return ['kanarie-1', 'kanarie-2'].map((name) => {
    const bytes = new TextEncoder().encode(`NLPGN\u0001\u0000\t${name}`);
    bytes[6] = 0xff;
    return bytes;
  });
}

/**
 * What the service may have of a file.
 * @returns {numbers, write}: the distinct numbers, and a function from a Map (number → y) to the text to send
 */
export function strip(text, today) {
  const keys = new Keys();
  const content = stripped(text, { today, keys });
  keys.check();
  return content;
}

function stripped(text, { today, keys }) {
  const file = text.trimStart().startsWith('<') ? xml(text) : null;
  if (file === null) {
    const written = table(text, keys);
    return { numbers: [], write: () => written };
  }
  const root = file.documentElement;
  const name = root.localName;
  if (name === 'leerresultaten_verzoek' && root.namespaceURI === RESULTS) {
    const below = copied(root, TREE, { namespace: RESULTS, keys });
    const written = `${DECLARATION}<${name} xmlns="${RESULTS}">${below}</${name}>\n`;
    return { numbers: [], write: () => written };
  }
  if (name === 'EDEX' && root.namespaceURI === null) {
    return pupils(root, 'EDEX', null, { today, keys });
  }
  const message = name === 'leerlinggegevens_antwoord' ? child(root, 'leerlinggegevens', PUPILS) : root;
  if (root.namespaceURI === PUPILS && message !== undefined && message.localName === 'leerlinggegevens') {
    return pupils(message, 'leerlinggegevens', PUPILS, { today, keys });
  }
  throw new Unusable('bestand');
}

function xml(text) {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw new Unusable('doctype');
  }
  const file = new DOMParser().parseFromString(text.replace(/^\ufeff/, ''), 'application/xml');
  if (file.doctype !== null || file.getElementsByTagName('parsererror').length > 0) {
    throw new Unusable('bestand');
  }
  return file;
}

function children(element, namespace) {
  return [...element.children].filter((c) => c.namespaceURI === namespace);
}

function child(element, name, namespace) {
  return children(element, namespace).find((c) => c.localName === name);
}

/** The text directly in an element. */
function own(element) {
  return [...element.childNodes].filter((n) => n.nodeType === 3 || n.nodeType === 4).map((n) => n.data).join('');
}

function escape(text) {
  return text.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A code or date of the format, or a mark that breaks its rule: free text does not pass. */
function code(element) {
  const text = collapse(own(element));
  return /^[A-Za-z0-9:.+-]{0,40}$/.test(text) ? text : '?';
}

function collapse(text) {
  return text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
}

/** Elements by a tree of names; an element of another namespace passes only within OSO results. */
function copied(element, names, { namespace, keys }) {
  let written = '';
  for (const part of element.children) {
    const below = names[part.localName];
    const known = part.namespaceURI === RESULTS || part.namespaceURI === OSO;
    if (below === undefined || !known) {
      continue;
    }
    const space = part.namespaceURI === namespace ? '' : ` xmlns="${part.namespaceURI}"`;
    const key = part.localName === 'resultaat' ? ` key="${keys.ofResult(part.getAttribute('key') ?? '')}"` : '';
    const inner = below === 0
      ? escape(names === HEAD ? code(part) : own(part))
      : copied(part, below, { namespace: part.namespaceURI, keys });
    if (part.localName === 'leerlingid') {
      keys.pupil(own(part));
    }
    const line = part.localName === 'toetsafname' || part.localName === 'toets' ? '\n' : '';
    written += `${line}<${part.localName}${space}${key}>${inner}</${part.localName}>`;
  }
  return written;
}

function pupils(root, name, namespace, { today, keys }) {
  const head = child(root, 'school', namespace);
  if (head === undefined) {
    throw new Unusable('bestand');
  }
  const year = Number(collapse(own(child(head, 'schooljaar', namespace) ?? head)).slice(0, 4));
  const numbers = new Set();
  const rows = [];
  for (const list of children(root, namespace).filter((c) => c.localName === 'leerlingen')) {
    for (const pupil of children(list, namespace).filter((c) => c.localName === 'leerling')) {
      rows.push(row(pupil, namespace, { year, today, numbers, keys }));
    }
  }
  const space = namespace === null ? '' : ` xmlns="${namespace}"`;
  const fields = children(head, namespace)
    .filter((c) => c.localName in HEAD)
    .map((c) => `<${c.localName}>${escape(code(c))}</${c.localName}>`)
    .join('');
  const start = `${DECLARATION}<${name}${space}><school>${fields}</school><leerlingen>\n`;
  const write = (evaluated) => `${start}${rows.map((r) => written(r, evaluated)).join('')}</leerlingen></${name}>\n`;
  return { numbers: [...numbers], write };
}

/** A pupil as pieces of text, with {number} where y will stand. */
function row(pupil, namespace, file) {
  const key = pupil.getAttribute('key') ?? '';
  const pieces = [`<leerling key="${escape(key)}">`];
  file.keys.pupil(key);
  for (const field of children(pupil, namespace)) {
    const value = piece(field, file);
    if (value !== null) {
      pieces.push(`<${field.localName}>`, value, `</${field.localName}>`);
    }
  }
  pieces.push('</leerling>\n');
  return pieces;
}

function piece(field, file) {
  const name = field.localName;
  if (NUMBERS.includes(name)) {
    return number(own(field), file);
  }
  if (name === 'bsn_ondwnr-4' || name === 'rijksregisternummer') {
    const rule = name === 'rijksregisternummer' ? 'LV-0116' : 'LV-0115';
    return collapse(own(field)) === '' ? '' : rule;
  }
  if (name === 'geboortedatum') {
    return birth(collapse(own(field)), file);
  }
  return name === 'geslacht' || name === 'jaargroep' ? escape(code(field).slice(0, 3)) : null;
}

function number(text, file) {
  if (collapse(text) === '') {
    return '';
  }
  file.keys.number(text);
  const broken = defect(text);
  if (broken === '') {
    file.numbers.add(text);
  }
  return broken === '' ? { number: text } : broken;
}

/** The day as it is written, of an earlier or later month where the month has no such day. */
function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return year === 0 ? '' : date.toISOString().slice(0, 10);
}

/** The year, or the rule that the date breaks. */
function birth(text, file) {
  if (text === '') {
    return '';
  }
  const parts = /^(([0-9]{4})-([0-9]{2})-([0-9]{2}))(Z|[+-][0-9]{2}:[0-9]{2})?$/.exec(text);
  const date = parts === null ? '' : parts[1];
  if (parts === null || dayOf(Number(parts[2]), Number(parts[3]), Number(parts[4])) !== date) {
    return 'LV-0121';
  }
  if (date > file.today) {
    return 'LV-0122';
  }
  return date <= `${file.year - 30}-10-01` ? 'LV-0123' : parts[2];
}

function written(pieces, evaluated) {
  return pieces.map((p) => (typeof p === 'string' ? p : evaluated.get(p.number))).join('');
}

/** Social-emotional results: the five columns that are read, quoted. */
function table(text, keys) {
  const clean = text.replace(/^\ufeff/, '');
  const first = clean.split(/\r?\n/, 1)[0];
  const records = parsed(clean, first.includes(';') ? ';' : ',').filter((r) => r.length > 1 || r[0] !== '');
  const names = (records.shift() ?? []).map((n) => n.trim().toLowerCase());
  const places = COLUMNS.map((column) => names.indexOf(column));
  if (places.includes(-1) || COLUMNS.some((c) => names.indexOf(c) !== names.lastIndexOf(c))) {
    throw new Unusable('bestand');
  }
  records.filter((r) => r.length === names.length).forEach((r) => keys.pupil(r[places[0]]));
  const lines = records.map((r) => (r.length === names.length ? places.map((p) => quoted(r[p])).join(';') : '""'));
  return `${COLUMNS.join(';')}\n${lines.map((l) => `${l}\n`).join('')}`;
}

function quoted(text) {
  return `"${text.replaceAll('"', '""')}"`;
}

function parsed(text, separator) {
  const records = [[]];
  let field = '';
  let within = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (within) {
      if (sign !== '"') {
        field += sign;
      } else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else {
        within = false;
      }
    } else if (sign === '"' && field === '') {
      within = true;
    } else if (sign === separator) {
      records.at(-1).push(field);
      field = '';
    } else if (sign === '\n') {
      records.at(-1).push(field.replace(/\r$/, ''));
      records.push([]);
      field = '';
    } else {
      field += sign;
    }
  }
  if (within) {
    throw new Unusable('bestand');
  }
  records.at(-1).push(field);
  return records;
}
