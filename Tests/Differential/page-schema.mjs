// The documented constraints of "Add backup destination" (API version v1), in declaration order.
// The patterns are the page's own text, compiled by the engine that defines their dialect.

const pattern = (source) => new RegExp(source, 'u');

const NAME_PATTERN = pattern(String.raw`^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$`);
const DESCRIPTION_PATTERN = pattern(String.raw`^[a-zA-Z0-9.,?\s\\/'"()[\];` + '`' + String.raw`%^&*\-_:!]+$`);
const PREFIX_PATTERN = pattern(String.raw`^([a-zA-Z0-9-_]+)\/$`);

const requiredText = (name) => ({ name, type: 'string', required: true });
const optionalText = (name) => ({ name, type: 'string', required: false });
const requiredObject = (name, fields) => ({ name, type: 'object', required: true, fields });

const CREDENTIALS = ['accessKey', 'secretKey', 'bucketName', 'region', 'endpoint'].map(requiredText);

const REQUEST_FIELDS = [
  { ...requiredText('name'), minLength: 3, maxLength: 100, pattern: NAME_PATTERN },
  { ...optionalText('description'), maxLength: 200, pattern: DESCRIPTION_PATTERN },
  { ...requiredText('type'), enum: ['s3'] },
  { ...requiredText('prefix'), pattern: PREFIX_PATTERN },
  requiredObject('credentials', CREDENTIALS),
];

const DATA_FIELDS = [...REQUEST_FIELDS, requiredText('id'), optionalText('createdAt'), optionalText('updatedAt')];

/** The two bodies, by the name of the target. */
export const SCHEMAS = new Map([
  ['request', { type: 'object', fields: REQUEST_FIELDS }],
  ['response', { type: 'object', fields: [requiredObject('data', DATA_FIELDS)] }],
]);
