// The frame of a bundle: a first reading that finds where everything stands. Format: docs/api/formats.md.
import { Lines } from './regels.js';
import { Unreadable } from './fouten.js';
import { fromBase64, number } from './bytes.js';
import { bits } from './boom.js';

const ATTACHMENTS = ['{"detail":', '{"n":', '{"manifest":'];
const ORIGIN = /^[!-*,-~]{1,255}$/;
const LONGEST_NOTE = 1 << 18;
const HASH = 32;

/**
 * Where everything stands: origin, from, frontier, size, the sections entries, details, operations and manifests (each with
 * offset, line and count), noteLine and note.
 */
export async function frame(blob) {
  const lines = new Lines(blob);
  const wrong = () => new Unreadable('LB-02', lines.number);
  const require = (right) => {
    if (!right) {
      throw wrong();
    }
  };
  const line = async () => {
    await lines.must();
    return lines.required();
  };
  const after = async (keyword) => {
    const text = await line();
    require(text.startsWith(keyword));
    return text.slice(keyword.length);
  };
  const numberAfter = async (keyword) => {
    const value = number(await after(keyword));
    require(value !== null);
    return value;
  };
  const section = (count) => ({ offset: lines.offset, line: lines.number + 1, count });

  if ((await line()) !== 'schakel-logboek/1') {
    throw new Unreadable('LB-01', 1);
  }
  const origin = await after('origin ');
  require(ORIGIN.test(origin));
  const from = await numberAfter('from ');
  const frontier = [];
  for (let left = bits(from); left > 0; left--) {
    const hash = fromBase64(await after('frontier '));
    require(hash !== null && hash.length === HASH);
    frontier.push(hash);
  }
  const told = await numberAfter('entries ');
  const entries = section(told);
  require(entries.count <= Number.MAX_SAFE_INTEGER - from);
  for (let i = 0; i < entries.count; i++) {
    await lines.must();
    require(lines.startsWith('{'));
  }
  const sections = [];
  const count = await numberAfter('attachments ');
  let run = section(0);
  for (let i = 0; i < count; i++) {
    const { offset } = lines;
    await lines.must();
    require(lines.startsWith('{'));
    while (!lines.startsWith(ATTACHMENTS[sections.length])) {
      sections.push(run);
      run = { offset, line: lines.number, count: 0 };
      require(sections.length < ATTACHMENTS.length);
    }
    run.count += 1;
  }
  while (sections.length < ATTACHMENTS.length) {
    sections.push(run);
    run = section(0);
  }
  require((await line()) === 'checkpoint');
  const noteLine = lines.number + 1;
  let note = `${await line()}\n`;
  while (await lines.next()) {
    note += `${lines.required()}\n`;
    require(note.length <= LONGEST_NOTE);
  }
  const [details, operations, manifests] = sections;
  return { origin, from, frontier, size: from + entries.count, entries, details, operations, manifests, noteLine, note };
}
