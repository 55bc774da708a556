// Bodies with planted faults, and the errors that those faults must cause.

import { UNKNOWN_KEYS, anyValue, wrongType } from './junk.mjs';

/** `{tree, errors}` of a body without faults. */
export const goodBody = (body, random) => build(body, new Map(), random);

/** `{tree, errors}` of a body with one or more faults; `errors` are `[pointer, keyword]` pairs, in no special order. */
export function faultyBody(body, random) {
  const sites = faultSites(body, '');
  const wanted = random.weighted([[50, 1], [30, 2], [10, 3], [10, sites.length]]);
  // If every site may have a fault, each is spared at random, so bodies are as sparse as the page's own example.
  const chosen = random.shuffle(sites.slice()).slice(0, wanted);
  const faults = new Map();
  for (const site of chosen) {
    if (wanted < sites.length || faults.size === 0 || random.chance(0.6)) faults.set(site.pointer, random.weighted(site.faults));
  }
  return build(body, faults, random);
}

/** Every place for a fault, with its weighted kinds. */
function faultSites(field, pointer) {
  // The faults of a container hide those inside it, so they are rarer.
  const isRoot = pointer === '';
  const faults = field.fields ? [[1, 'wrongType'], [isRoot ? 0 : 1, 'missing']] : [[3, 'wrongType']];
  if (field.required && !field.fields) faults.push([2, 'missing']);
  if (field.bad) faults.push([6, 'bad']);
  const sites = [{ pointer, faults }];
  for (const child of field.fields ?? []) {
    const inner = faultSites(child, `${pointer}/${child.name}`);
    sites.push(...inner);
    // Values with their own rules are chosen more often than others.
    if (child.bad) sites.push(...inner, ...inner);
  }
  return sites;
}

function build(body, faults, random) {
  const context = { faults, errors: [], random, extraRate: random.pick([0, 0, 0.3, 0.8]) };
  const shuffled = random.chance(0.6);
  const tree = buildValue(body, '', { ...context, shuffled });
  return { tree, errors: context.errors };
}

function buildValue(field, pointer, context) {
  const { faults, errors, random } = context;
  const fault = faults.get(pointer);
  if (fault === 'wrongType') {
    errors.push([pointer, 'type']);
    return wrongType(random, { butObject: Boolean(field.fields) });
  }
  if (fault === 'bad') {
    const { value, keywords } = field.bad(random);
    for (const keyword of keywords) errors.push([pointer, keyword]);
    return value;
  }
  return field.fields ? buildObject(field.fields, pointer, context) : field.good(random);
}

function buildObject(fields, pointer, context) {
  const { faults, errors, random } = context;
  const members = [];
  for (const field of fields) {
    const place = `${pointer}/${field.name}`;
    if (faults.get(place) === 'missing') errors.push([place, 'required']);
    else if (field.required || faults.has(place) || random.chance(0.5)) members.push([field.name, buildValue(field, place, context)]);
  }
  addUnknownFields(members, fields, context);
  if (context.shuffled) random.shuffle(members);
  return new Map(members);
}

/** Adds undocumented fields. None has the name of a documented field, which it would duplicate or replace. */
function addUnknownFields(members, fields, { random, extraRate }) {
  while (random.chance(extraRate)) {
    const key = random.pick(UNKNOWN_KEYS);
    const taken = fields.some((field) => field.name === key) || members.some(([other]) => other === key);
    if (!taken) members.push([key, anyValue(random, 3)]);
  }
}
