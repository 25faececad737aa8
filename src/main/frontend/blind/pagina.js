// The upload page: offers to keep the numbers at school. Before the form is sent it puts the stripped file in the place of
// the chosen one and lets the browser send the form as always. All texts come with the page.
import { Unusable, decode, strip } from './ontdaan.js';
import { Workers, evaluated } from './omrekenen.js';
import { objection, versions } from './sleutels.js';

const PIN = 'schakel.kanaries';
const LARGEST = 200 * 1024 * 1024;

const choice = document.getElementById('blind');
const form = choice.form;
const input = document.getElementById('bestand');
const wait = document.getElementById('blind-voortgang');
const status = document.getElementById('blind-stand');
const bar = document.getElementById('blind-balk');
const fault = document.getElementById('blind-fout');
// asked where this browser has no key yet
const beginning = document.getElementById('blind-eerste');
const heard = document.getElementById('eerste-sleutel');
// there while the service goes over to another key
const confirmation = document.getElementById('blind-bevestiging');
const copied = document.getElementById('nieuwe-sleutel');
const button = form.querySelector('button[type=submit]');

function text(kind, name) {
  return choice.getAttribute(`data-${kind}-${name}`);
}

/** Shows the field for the first key where numbers stay at school and this browser has no key yet. */
function askFirst() {
  beginning.hidden = form.elements.wijze.value !== 'blind' || localStorage.getItem(PIN) !== null;
}

/** What may be expected: as seen before in this browser, or by a first or new key, which a person may or must confirm. */
function pinned() {
  const now = choice.dataset.kanaries;
  const before = localStorage.getItem(PIN);
  const reason = objection(now, before, (before === null ? heard : copied)?.value ?? '');
  if (confirmation !== null) {
    confirmation.hidden = before === null || (reason !== 'bevestigen' && reason !== 'overgenomen');
  }
  if (reason !== '') {
    throw new Unusable(reason);
  }
  localStorage.setItem(PIN, now);
  askFirst();
  return versions(now);
}

async function evaluate(points) {
  const fields = new URLSearchParams({ _csrf: form.elements._csrf.value, punten: points.join('\n') });
  const answer = await fetch('/portaal/leveringen/nieuw/blind', { method: 'POST', body: fields, redirect: 'error' });
  if (!answer.ok) {
    throw new Unusable({ 429: 'quotum', 503: 'keys' }[answer.status] ?? 'dienst');
  }
  return (await answer.text()).split('\n\n').map((block) => {
    const [head, ...evaluations] = block.split('\n');
    const [version, key] = head.split(' ');
    return { version, key, evaluations };
  });
}

function progress(done, all) {
  bar.max = all;
  bar.value = done;
  const whole = String(Math.floor(Math.min(done, all)));
  status.textContent = text('tekst', 'rekenen').replace('{0}', whole).replace('{1}', String(all));
}

async function stripped(file) {
  if (file.size > LARGEST) {
    throw new Unusable('groot');
  }
  status.textContent = text('tekst', 'lezen');
  const content = strip(decode(new Uint8Array(await file.arrayBuffer())), today());
  const expected = pinned();
  const workers = new Workers('/script/blind/rekenaar.js');
  try {
    const outcomes = await evaluated(content.numbers, { workers, expected, evaluate, progress });
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
    if (confirmation?.hidden === false) {
      copied.focus();
    } else if (cause.code === 'overgenomen' || cause.code === 'beide') {
      heard.focus();
    }
    wait.hidden = true;
    button.disabled = false;
  }
}

function finish() {
  status.textContent = text('tekst', 'versturen');
  form.submit();
}

choice.hidden = false;
choice.addEventListener('change', askFirst);
askFirst();
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
