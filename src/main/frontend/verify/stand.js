// What this verifier keeps of a bundle that it found whole: the checkpoint, and what was not finished there.
import { Rejected } from './fouten.js';
import { number } from './bytes.js';
import { canonical, canonicalObject } from './json.js';
import { checkpoint, note } from './nota.js';
import { isCount } from './vorm.js';

/** The state as text; `schakel verify` reads it too. */
export function written(signed, open) {
  const objects = [...open.keys()].sort();
  const lines = objects.map((obj) => canonical({ obj, ...open.get(obj) }));
  return ['schakel-stand/1', `open ${lines.length}`, ...lines, 'checkpoint', signed].join('\n');
}

/** The checkpoint (origin, size, root) and the unfinished of a state. Throws where the text is none. */
export function state(text) {
  const lines = text.split('\n');
  const count = lines[0] === 'schakel-stand/1' && lines[1]?.startsWith('open ') ? number(lines[1].slice(5)) : null;
  if (count === null || lines[2 + count] !== 'checkpoint') {
    throw damaged();
  }
  const open = new Map(lines.slice(2, 2 + count).map(unfinished));
  const signed = note(lines.slice(3 + count).join('\n'));
  const known = signed === null ? null : checkpoint(signed.text);
  if (known === null || !Number.isSafeInteger(Number(known.size))) {
    throw damaged();
  }
  return { ...known, size: Number(known.size), open };
}

function unfinished(line) {
  const members = canonicalObject(line);
  const right = members !== null && Object.keys(members).sort().join() === 'by,moment,obj,was'
    && [members.by, members.obj, members.was].every((value) => typeof value === 'string') && isCount(members.moment);
  if (!right) {
    throw damaged();
  }
  const { obj, was, by, moment } = members;
  return [obj, { was, by, moment }];
}

const damaged = () => new Rejected('De stand van de vorige controle is beschadigd.');
