// The upload page: offers to keep the numbers at school. Before the form is sent it puts the stripped file in the place of
// the chosen one and lets the browser send the form as always. All texts come with the page.
import { Unusable, decode, strip } from './ontdaan.js';
import { Workers, evaluated } from './omrekenen.js';

const PIN = 'schakel.kanaries';
const LARGEST = 200 * 1024 * 1024;

const choice = document.getElementById('blind');
const form = choice.form;
const input = document.getElementById('bestand');
const wait = document.getElementById('blind-voortgang');
const status = document.getElementById('blind-stand');
const bar = document.getElementById('blind-balk');
const fault = document.getElementById('blind-fout');
const button = form.querySelector('button[type=submit]');

function text(kind, name) {
  return choice.getAttribute(`data-${kind}-${name}`);
}

/** The outcomes first seen in this browser; another key later is a reason to stop. */
function pinned() {
  const now = `${choice.dataset.sleutel} ${choice.dataset.kanaries}`;
  const before = localStorage.getItem(PIN);
  if (before !== null && before !== now) {
    throw new Unusable('kanarie');
  }
  localStorage.setItem(PIN, now);
  return choice.dataset.kanaries.split(' ');
}

async function evaluate(points) {
  const fields = new URLSearchParams({ _csrf: form.elements._csrf.value, punten: points.join('\n') });
  const answer = await fetch('/portaal/leveringen/nieuw/blind', { method: 'POST', body: fields, redirect: 'error' });
  if (!answer.ok) {
    throw new Unusable({ 429: 'quotum', 503: 'keys' }[answer.status] ?? 'dienst');
  }
  return (await answer.text()).split('\n');
}

function progress(done, all) {
  bar.max = all;
  bar.value = done;
  const half = (count) => String(Math.floor(count / 2));
  status.textContent = text('tekst', 'rekenen').replace('{0}', half(Math.min(done, all))).replace('{1}', half(all));
}

async function stripped(file) {
  if (file.size > LARGEST) {
    throw new Unusable('groot');
  }
  status.textContent = text('tekst', 'lezen');
  const content = strip(decode(new Uint8Array(await file.arrayBuffer())), today());
  const workers = new Workers('/script/blind/rekenaar.js');
  try {
    const outcomes = await evaluated(content.numbers, { workers, pinned: pinned(), evaluate, progress });
    return content.write(outcomes);
  } finally {
    workers.close();
  }
}

/** The day on Dutch clocks, yyyy-mm-dd. */
function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}

async function send() {
  fault.hidden = true;
  wait.hidden = false;
  button.disabled = true;
  try {
    const content = await stripped(input.files[0]);
    const files = new DataTransfer();
    files.items.add(new File([content], 'bestand', { type: 'application/octet-stream' }));
    input.files = files.files;
    finish();
  } catch (cause) {
    fault.textContent = text('fout', cause instanceof Unusable ? cause.code : 'dienst');
    fault.hidden = false;
    wait.hidden = true;
    button.disabled = false;
  }
}

function finish() {
  status.textContent = text('tekst', 'versturen');
  form.submit();
}

choice.hidden = false;
// where blind was chosen before, nothing can be sent until here
button.disabled = false;
form.addEventListener('submit', (event) => {
  if (form.elements.wijze.value === 'blind') {
    event.preventDefault();
    send();
  }
});
// coming back to the page must not send the stripped file as if it were the school's own
window.addEventListener('pageshow', (event) => event.persisted && window.location.reload());
