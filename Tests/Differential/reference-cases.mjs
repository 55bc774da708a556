// Hand-written cases for the reference: the document, the expected result, and the reason. `errors` are written as
// 'pointer keyword', in order.

const CREDENTIALS = { accessKey: 'a', secretKey: 'b', bucketName: 'c', region: 'd', endpoint: 's3.us-west-2.amazonaws.com' };
const REQUEST = { name: 'Nightly backup', type: 's3', prefix: 'backups/', credentials: CREDENTIALS };
const request = (changes = {}) => JSON.stringify({ ...REQUEST, ...changes });
const response = (changes = {}) => JSON.stringify({ data: { ...REQUEST, id: 'nightly-backup', ...changes } });
/** A valid request followed by `text`, unchanged. */
const requestWith = (text) => `${request().slice(0, -1)},${text}}`;

const row = (outcome) => (reason, document, errors = [], options = {}) => ({ reason, document, outcome, errors, ...options });
const valid = row('valid');
const invalid = row('invalid');
const RESPONSE = { target: 'response' };
const REJECT = { unknownFields: 'reject' };

export const VALID = [
  valid('every required field, no optional one', request()),
  valid('white space of all four kinds around everything', ` \t\r\n${request().replaceAll(':', ' \n:\t').replaceAll(',', '\r,')}\n`),
  valid('three code points are enough', request({ name: 'abc' })),
  valid('100 code points are not too many', request({ name: 'a'.repeat(100) })),
  valid('100 code points of 298 UTF-8 bytes', request({ name: 'a' + '\u3000a'.repeat(49) + 'a' })),
  valid('a line feed inside a name is white space', request({ name: 'a\nb' })),
  valid('U+FEFF is ECMA-262 white space', request({ name: 'a\ufeffb' })),
  valid('200 code points, 100 graphemes', request({ description: '\r\n'.repeat(100) })),
  valid('a description may end in a line feed', request({ description: 'a\n' })),
  valid('credentials may be empty strings', request({ credentials: { ...CREDENTIALS, secretKey: '' } })),
  valid('NUL is a character', request({ credentials: { ...CREDENTIALS, secretKey: '\u0000' } })),
  valid('an escaped key is the same key', request().replace('"name"', '"\\u006eam\\u0065"')),
  valid('an escaped value is the same value', request().replace('"s3"', '"\\u00733"').replace('backups/', 'backups\\/')),
  valid('unknown fields are allowed where the page is silent', request({ tags: [1, { name: null }] })),
  valid('__proto__ is a key like any other', requestWith('"__proto__":{"name":1}')),
  valid('NFC and NFD are two keys', requestWith('"caf\u00e9":1,"cafe\u0301":2')),
  valid('keys that differ in case are two keys', requestWith('"Name":1,"NAME":2')),
  valid('the same key in two objects is no duplicate', requestWith('"a":{"name":1},"b":{"name":2}')),
  valid('a surrogate pair of escapes is one character', requestWith('"a":"\\ud83d\\uDE00"')),
  valid('noncharacters and U+10FFFF are scalar values', requestWith('"a":"\uffff\u{10ffff}"')),
  valid('DEL and C1 may stand raw', requestWith('"a":"\u007f\u0085"')),
  valid('numbers of all legal forms', requestWith('"a":[0,-0,1.5,1e9,1E+9,0e-0,-0.0,1e999]')),
  valid('512 containers are within the limit', requestWith(`"a":${'['.repeat(511)}${']'.repeat(511)}`)),
  valid('a response without the optional fields', response(), [], RESPONSE),
  valid('a response with them', response({ description: 'x', createdAt: '', updatedAt: '' }), [], RESPONSE),
];

export const INVALID = [
  invalid("the page's own request", '{"name":"Example Backup Destination"}', ['/type required', '/prefix required', '/credentials required']),
  invalid("the page's own response", '{"data":{"name":"Example Backup Destination","id":"example-backup-destination"}}',
    ['/data/type required', '/data/prefix required', '/data/credentials required'], RESPONSE),
  invalid('description is not required', '{}', ['/name required', '/type required', '/prefix required', '/credentials required']),
  invalid('missing fields after the present ones', '{"credentials":{"region":1},"name":"!!"}', [
    '/credentials/region type', '/credentials/accessKey required', '/credentials/secretKey required', '/credentials/bucketName required',
    '/credentials/endpoint required', '/name minLength', '/name pattern', '/type required', '/prefix required']),
  invalid('document order, not declaration order', '{"prefix":"","type":"","name":"","credentials":[]}',
    ['/prefix pattern', '/type enum', '/name minLength', '/name pattern', '/credentials type']),
  ...['null', 'true', '1', '"{}"', '[]'].map((root) => invalid(`a root of ${root}`, root, [' type'])),
  invalid('null is a wrong type, also for an optional field', request({ description: null }), ['/description type']),
  invalid('a wrong type hides the other rules', request({ name: 1, type: ['s3'], prefix: {}, credentials: 's3' }),
    ['/name type', '/type type', '/prefix type', '/credentials type']),
  invalid('two code points are too few', request({ name: 'ab' }), ['/name minLength']),
  invalid('two code points of four UTF-16 units are too few', request({ name: '👍👍' }), ['/name minLength', '/name pattern']),
  invalid('101 code points are too many', request({ name: 'a'.repeat(101) }), ['/name maxLength']),
  invalid('51 code points of 102 UTF-16 units are not', request({ name: '👍'.repeat(51) }), ['/name pattern']),
  invalid('every broken rule is reported', request({ name: '-'.repeat(101) }), ['/name maxLength', '/name pattern']),
  invalid('$ does not match before a last line feed', request({ name: 'abc\n', prefix: 'a/\n' }), ['/name pattern', '/prefix pattern']),
  invalid('CR LF is two separators', request({ name: 'a\r\nb' }), ['/name pattern']),
  ...['\u0085', '\u180e', '\u200b', '\u001c'].map((space) =>
    invalid(`U+${space.charCodeAt(0).toString(16)} is no ECMA-262 white space`, request({ name: `a${space}b` }), ['/name pattern'])),
  invalid('\\w-like classes are ASCII', request({ name: 'caf\u00e9', prefix: '\u017f/' }), ['/name pattern', '/prefix pattern']),
  invalid('an empty description breaks its pattern only', request({ description: '' }), ['/description pattern']),
  invalid('201 code points, of them 100 CR LF', request({ description: '\r\n'.repeat(100) + 'a' }), ['/description maxLength']),
  invalid('101 emoji are one rule', request({ description: '👍'.repeat(101) }), ['/description pattern']),
  invalid('the enum is exact', request({ type: 'S3' }), ['/type enum']),
  invalid('a prefix of / alone', request({ prefix: '/' }), ['/prefix pattern']),
  invalid('a look-alike key does not count', request().replace('"name"', '"name "'), ['/name required']),
  invalid('__proto__ gives nothing', '{"__proto__":{"data":{}}}', ['/data required'], RESPONSE),
  invalid('a response needs its envelope', request(), ['/data required'], RESPONSE),
  invalid('data of a wrong type', '{"data":[]}', ['/data type'], RESPONSE),
  invalid('missing response fields in declaration order', '{"data":{"updatedAt":1}}', ['/data/updatedAt type', '/data/name required',
    '/data/type required', '/data/prefix required', '/data/credentials required', '/data/id required'], RESPONSE),
  invalid('unknown fields on request, with an escaped pointer', request({ 'a/b~c': 1, '': 2 }),
    ['/a~1b~0c additionalProperties', '/ additionalProperties'], REJECT),
];

const bytes = (...values) => Buffer.from(values);
const inString = (...values) => Buffer.concat([Buffer.from('{"a":"'), bytes(...values), Buffer.from('"}')]);

/** `[reason, document]`, all malformed. */
export const MALFORMED = [
  ['empty input', ''],
  ['white space only', ' \n'],
  ['a byte order mark', '\ufeff' + request()],
  ['content after the document', request() + ' x'],
  ['a second document', '{}{}'],
  ['a trailing comma in an object', '{"a":1,}'],
  ['a trailing comma in an array', '[1,]'],
  ['a mismatched end', '{"a":[1}'],
  ['an end missing', '{"a":[1]'],
  ['a comment', '{}//'],
  ['a form feed is no white space', '{\f}'],
  ['U+00A0 is no JSON white space', '{\u00a0}'],
  ...['01', '-', '-01', '1.', '.5', '+1', '1e', '1e+', '0x1', 'NaN', 'Infinity', '1_0'].map((number) => [`the number ${number}`, `[${number}]`]),
  ...['True', 'nul', 'nulll', 'undefined', "'a'", 'a'].map((literal) => [`the literal ${literal}`, `[${literal}]`]),
  ...['\\x41', '\\u12', '\\u12g4', '\\u{41}', "\\'", '\\'].map((escape) => [`the escape ${escape}`, `["${escape}"]`]),
  ...['\u0000', '\n', '\t', '\u001f'].map((control) => [`raw U+${control.charCodeAt(0).toString(16)} in a string`, `["${control}"]`]),
  ...['\\ud800', '\\udc00', '\\ud800x', '\\ud800\\u0041', '\\ud800\\ud800', '\\udc00\\ud800'].map((lone) => [`the lone surrogate ${lone}`, `["${lone}"]`]),
  ['a duplicate key', '{"a":1,"a":1}'],
  ['a duplicate key in another spelling', '{"a":1,"\\u0061":1}'],
  ['a duplicate astral key in another spelling', '{"👍":1,"\\uD83D\\udc4d":1}'],
  ['a duplicate key in an unknown nested object', requestWith('"x":[{"y":1,"z":2,"y":3}]')],
  ['a duplicate __proto__', '{"__proto__":1,"__proto__":2}'],
  ['a duplicate empty key', '{"":1,"":2}'],
  ['a lone continuation byte', inString(0x80)],
  ['an overlong solidus', inString(0xc0, 0xaf)],
  ['an overlong form of three bytes', inString(0xe0, 0x9f, 0xbf)],
  ['an overlong form of four bytes', inString(0xf0, 0x8f, 0xbf, 0xbf)],
  ['an encoded surrogate', inString(0xed, 0xa0, 0x80)],
  ['above U+10FFFF', inString(0xf4, 0x90, 0x80, 0x80)],
  ['a sequence cut short by the quote', inString(0xe2, 0x82)],
  ['a sequence cut short by the end', Buffer.concat([Buffer.from('"'), bytes(0xf0, 0x9f, 0x98)])],
  ['invalid UTF-8 outside strings', bytes(0x7b, 0xff, 0x7d)],
  ['UTF-16', Buffer.from('{}', 'utf16le')],
  ['a byte fault after rule errors', '{"name":1,"type":1]'],
];
