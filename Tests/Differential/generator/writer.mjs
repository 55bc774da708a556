// Writes a tree as JSON text, by way of tokens, in many legal spellings.
//
// A tree consists of strings, arrays, Maps (objects) and Raw text.

/** JSON text that is written unchanged. */
export class Raw {
  constructor(text) {
    this.text = text;
  }
}

/** The tokens of `tree`, without whitespace; `style.escapeRate` determines the spelling of strings. */
export function tokenize(tree, style, random) {
  const tokens = [];
  appendTokens(tree, tokens, style, random);
  return tokens;
}

function appendTokens(value, tokens, style, random) {
  if (typeof value === 'string') tokens.push(spell(value, style.escapeRate, random));
  else if (value instanceof Raw) tokens.push(value.text);
  else if (Array.isArray(value)) {
    tokens.push('[');
    value.forEach((item, index) => {
      if (index > 0) tokens.push(',');
      appendTokens(item, tokens, style, random);
    });
    tokens.push(']');
  } else {
    tokens.push('{');
    let first = true;
    for (const [key, member] of value) {
      if (!first) tokens.push(',');
      first = false;
      tokens.push(spell(key, style.escapeRate, random), ':');
      appendTokens(member, tokens, style, random);
    }
    tokens.push('}');
  }
}

const SHORT_ESCAPES = new Map([
  ['"', '\\"'], ['\\', '\\\\'], ['/', '\\/'], ['\b', '\\b'], ['\f', '\\f'], ['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t'],
]);

/** `text` as a JSON string; characters that need no escape are escaped at `escapeRate`. */
export function spell(text, escapeRate, random) {
  if (escapeRate === 0) return JSON.stringify(text);
  let spelled = '"';
  for (const character of text) {
    const mustEscape = character < ' ' || character === '"' || character === '\\';
    if (!mustEscape && !random.chance(escapeRate)) spelled += character;
    else if (SHORT_ESCAPES.has(character) && random.chance(0.7)) spelled += SHORT_ESCAPES.get(character);
    else for (let index = 0; index < character.length; index += 1) spelled += codeUnitEscape(character.charCodeAt(index), random);
  }
  return spelled + '"';
}

function codeUnitEscape(unit, random) {
  const digits = unit.toString(16).padStart(4, '0');
  return '\\u' + (random.chance(0.5) ? digits.toUpperCase() : digits);
}

/** The spelling of one document. */
export function randomStyle(random) {
  return {
    escapeRate: random.weighted([[6, 0], [2, 0.1], [1, 0.5], [1, 1]]),
    layout: random.weighted([[4, 'compact'], [3, 'spaced'], [1, 'lines'], [2, 'wild']]),
  };
}

const WILD = ['', '', '', ' ', '\t', '\n', '\r', '\r\n', '  ', ' \n\t\r '];

/** Joins tokens with the whitespace of `style.layout`. */
export function render(tokens, style, random) {
  if (style.layout === 'compact') return tokens.join('');
  if (style.layout === 'spaced') return tokens.map((token) => (token === ':' || token === ',' ? token + ' ' : token)).join('');
  if (style.layout === 'lines') return tokens.map((token) => (token === ',' || token === '{' ? token + '\n    ' : token)).join('') + '\n';
  let text = random.pick(WILD);
  for (const token of tokens) text += token + random.pick(WILD);
  return text;
}
