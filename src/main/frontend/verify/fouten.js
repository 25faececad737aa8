// What can be wrong with a bundle: the codes stand in docs/api/formats.md and are those of `schakel verify`.

const LISTED = 40;

export const TEXTS = {
  'LB-01': 'Dit is geen bundel van het logboek in vorm 1.',
  'LB-02': 'Deze regel heeft een andere vorm dan hier hoort; wat daarna komt is niet te plaatsen.',
  'LB-03': 'De bundel houdt te vroeg op.',
  'LB-10': 'De regel van het logboek is te lang.',
  'LB-11': 'De regel is geen JSON in de vaste schrijfwijze (RFC 8785).',
  'LB-12': 'De regel heeft andere onderdelen dan bij zijn soort horen.',
  'LB-13': 'Dit onderdeel heeft een andere vorm dan is afgesproken.',
  'LB-14': 'Het moment is een ander dan het moment in het nummer van de regel.',
  'LB-15': 'Dit nummer staat er al.',
  'LB-20': 'Deze bijlage heeft een andere vorm dan is afgesproken.',
  'LB-21': 'Deze bijlage hoort bij geen regel, of staat niet in de volgorde van de regels.',
  'LB-22': 'De bijzonderheden zijn niet die waarop de regel is vastgelegd.',
  'LB-23': 'De verwerking heeft een ander aantal leerlingregels dan in de regel staat.',
  'LB-24': 'De leerlingregels zijn niet die waarop de regel is vastgelegd.',
  'LB-25': 'De lijst van kenmerken is niet ondertekend met de sleutel van de ondertekenaar.',
  'LB-26': 'De lijst van kenmerken hoort bij een ander pakket dan dat in het logboek.',
  'LB-27': 'Bij deze vrijgave ontbreekt de lijst van kenmerken.',
  'LB-28': 'Een sociaal-emotioneel kenmerk staat er zonder toestemming als grondslag.',
  'LB-29': 'Er zijn lijsten van kenmerken, maar de sleutel van de ondertekenaar is niet gegeven.',
  'LB-30': 'De ondertekende stand heeft een andere vorm dan is afgesproken.',
  'LB-31': 'Dit is een ander logboek dan dat van het beleid.',
  'LB-32': 'De ondertekende stand telt een ander aantal regels dan de bundel.',
  'LB-33': 'De regels zijn niet die waarop de stand is ondertekend: er is een regel veranderd, weg, bij of verwisseld.',
  'LB-34': 'Een handtekening is van een sleutel die niet in het beleid staat, of staat er twee keer.',
  'LB-35': 'De handtekening van het logboek ontbreekt of klopt niet.',
  'LB-36': 'De handtekening van een getuige klopt niet.',
  'LB-37': 'Er hebben minder getuigen getekend dan het beleid vraagt.',
  'LB-40': 'Het logboek is korter dan bij de vorige controle: het is teruggezet.',
  'LB-41': 'Het logboek is een ander dan bij de vorige controle: wat toen was gecontroleerd is veranderd.',
  'LB-42': 'De bundel laat regels weg die hier nog niet zijn gecontroleerd.',
  'LB-43': 'De stand van de vorige controle is van een ander logboek.',
  'LB-50': 'Voor deze vrijgave ontbreekt het eerdere akkoord van een ander.',
  'LB-51': 'Beide akkoorden van deze vrijgave zijn van dezelfde persoon.',
  'LB-52': 'Deze stap van een vrijgave volgt niet op wat er eerder in het logboek staat.',
  'LB-53': 'Bij deze sleutelhandeling ontbreekt het eerdere voorstel.',
  'LB-54': 'Deze sleutelhandeling is door dezelfde beheerder voorgesteld en bevestigd.',
  'LB-55': 'Deze sleutelhandeling is nog eens voorgesteld voordat de eerste af was.',
  'LB-56': 'Deze handeling met een vrijgave of een sleutel is hier niet bekend.',
  'LB-57': 'Bij deze handeling met een vrijgave of een sleutel staat niet wie haar deed.',
};

const ORDER = Object.keys(TEXTS);

/** The bundle cannot be read on from a line. */
export class Unreadable extends Error {
  constructor(code, line) {
    super(code);
    this.fault = { code, line, seq: -1, id: '', member: '' };
  }
}

/** What was given to judge by cannot be used: policy, key or state. The message is for the reader. */
export class Rejected extends Error {}

/** The faults found so far: all are counted, the first are kept. A place has a line, and where it is known seq, id and member. */
export class Faults {
  #first = [];
  count = 0;

  add(code, { line, seq = -1, id = '' }, member = '') {
    this.addFault({ code, line, seq, id, member });
  }

  addFault(fault) {
    this.count += 1;
    if (this.#first.length < LISTED) {
      this.#first.push(fault);
    }
  }

  has(code) {
    return this.#first.some((fault) => fault.code === code);
  }

  /** What is kept, in the order of the bundle. */
  listed() {
    const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    return [...this.#first].sort((a, b) => a.line - b.line
      || ORDER.indexOf(a.code) - ORDER.indexOf(b.code) || compare(a.member, b.member));
  }
}
