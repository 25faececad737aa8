// The page: takes the files, shows the verdict, and gives the new state to keep. Nothing leaves the browser.
import { Rejected, TEXTS } from './fouten.js';
import { verdict } from './controle.js';

const byId = (id) => document.getElementById(id);

const form = byId('opdracht');
const button = byId('controleer');
const progress = byId('voortgang');
const outcome = byId('uitkomst');

const file = (id) => byId(id).files[0] ?? null;
const pause = () => new Promise((resolve) => setTimeout(resolve));

async function text(id) {
  return file(id) === null ? null : file(id).text();
}

async function judged() {
  if (file('bundel') === null || file('beleid') === null) {
    throw new Rejected('Kies de bundel en het beleid.');
  }
  const order = {
    policyBytes: new Uint8Array(await file('beleid').arrayBuffer()),
    stateText: await text('stand'),
    signerLine: await text('ondertekenaar'),
  };
  return verdict(file('bundel'), order, async (done, all) => {
    progress.textContent = `${done} van ${all} regels bekeken`;
    await pause();
  });
}

/** Where a fault is, and what it is. */
function told({ code, line, seq, id, member }, figures, faults) {
  const parts = [`bundelregel ${line}`];
  if (seq >= 0) {
    parts.push(`logboekregel ${seq}`);
  }
  if (id !== '') {
    parts.push(`nummer ${id}`);
  }
  if (member !== '') {
    parts.push(`onderdeel ${member}`);
  }
  return `${code} ${parts.join(', ')}: ${TEXTS[code]}${range(code, figures, faults)}`;
}

/** Between which entries the fault lies, where the root alone tells. */
function range(code, { before, from, size }, faults) {
  if (code === 'LB-41') {
    return ` Het gaat om de logboekregels voor ${before}.`;
  }
  if (code !== 'LB-33') {
    return '';
  }
  const met = before > from && before < size && !faults.some((fault) => fault.code === 'LB-41');
  return ` Het gaat om een van de logboekregels ${met ? before : from} tot ${size}.`;
}

function figuresOf(figures) {
  if (figures.origin === '') {
    return [];
  }
  const witnesses = figures.witnessed
    ? figures.witnesses.join(', ') || 'geen'
    : 'niet getuigd: het beleid vraagt geen getuigen. Wie het logboek beheert, kan het nog in zijn geheel vervangen.';
  const rows = [
    ['Logboek', figures.origin],
    ['Regels', `${figures.size} in het hele logboek, waarvan ${figures.size - figures.from} in deze bundel`],
    ['Vorige keer', figures.before < 0 ? 'geen: dit is de eerste controle' : `${figures.before} regels gecontroleerd`],
    ['Wortel', figures.root === '' ? 'niet te lezen' : figures.root],
    ['Getuigen', witnesses],
    ['Bijzonderheden', `${figures.details} kloppen, ${figures.erased} zijn gewist of niet meegestuurd`],
    ['Leerlingregels', `${figures.lines} kloppen, ${figures.linesLeftOut} zijn niet meegestuurd`],
    ['Vrijgaven', `${figures.releases} met twee akkoorden van verschillende mensen, ${figures.manifests} met een lijst van `
      + 'kenmerken die klopt'],
    ['Sleutels', `${figures.keyEvents} handelingen door twee verschillende beheerders`],
    ['Niet af', `${figures.open} vrijgaven en sleutelhandelingen; de volgende controle gaat daarmee verder`],
  ];
  if (figures.undecided > 0) {
    rows.push(['Niet te zien', `${figures.undecided} keer liggen de twee akkoorden aan weerszijden van 1 augustus; dan heet `
      + 'dezelfde persoon in het logboek anders']);
  }
  return rows;
}

function element(name, content) {
  const made = document.createElement(name);
  made.textContent = content;
  return made;
}

function show({ whole, count, faults, figures, next }) {
  const notWitnessed = !figures.witnessed && figures.origin !== '';
  byId('uitkomst-kop').textContent = whole ? 'Het logboek is heel' : 'Het logboek is niet heel';
  byId('uitkomst-uitleg').textContent = whole && notWitnessed ? 'Het is niet getuigd.' : '';
  outcome.className = whole ? 'heel' : 'fout';
  byId('cijfers').replaceChildren(
    ...figuresOf(figures).flatMap(([name, value]) => [element('dt', name), element('dd', value)]));
  byId('fouten-deel').hidden = whole;
  byId('fouten-aantal').textContent = count > faults.length
    ? `${count} fouten; alleen de eerste ${faults.length} staan hier.` : `Aantal: ${count}.`;
  byId('fouten').replaceChildren(...faults.map((fault) => element('li', told(fault, figures, faults))));
  byId('bewaar').hidden = !whole;
  if (whole) {
    byId('nieuwe-stand').href = URL.createObjectURL(new Blob([next], { type: 'text/plain' }));
  }
}

function showFailure(cause) {
  byId('uitkomst-kop').textContent = 'Er is niets gecontroleerd';
  byId('uitkomst-uitleg').textContent = cause instanceof Rejected ? cause.message : 'Een bestand kan niet worden gelezen.';
  outcome.className = 'fout';
  byId('cijfers').replaceChildren();
  byId('fouten-deel').hidden = true;
  byId('bewaar').hidden = true;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  button.disabled = true;
  outcome.hidden = true;
  progress.textContent = 'Bezig met controleren';
  try {
    show(await judged());
  } catch (cause) {
    showFailure(cause);
  }
  progress.textContent = '';
  outcome.hidden = false;
  outcome.focus();
  button.disabled = false;
});

/** For programs that hold this verifier against another one. */
globalThis.controleer = verdict;
