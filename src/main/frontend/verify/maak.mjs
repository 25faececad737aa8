// Makes the verifier of the log one file: script and style within the page, allowed by their hashes and nothing else.
// node maak.mjs PAGE STYLE SCRIPT > FILE
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [page, style, script] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
if (/<\/(script|style)/i.test(script + style)) {
  throw new Error('script or style would end its own element');
}
const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const parts = { script, style, 'script-hash': hash(script), 'style-hash': hash(style) };
process.stdout.write(page.replace(/\{\{([a-z-]+)\}\}/g, (_, name) => parts[name]));
