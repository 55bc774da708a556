// Random changes of bytes; the result may be anything.

const TEMPTING_BYTES = [...Buffer.from('{}[]":,\\u/0123456789.eE+-truefalsn \n\r\t'), 0x00, 0x1f, 0x7f, 0x80, 0xbf, 0xc2, 0xe2, 0xed, 0xf0, 0xff];

/** A changed copy of `bytes`. */
export function mutate(bytes, random) {
  let changed = Buffer.from(bytes);
  for (let rounds = random.weighted([[6, 1], [2, 2], [1, 4]]); rounds > 0; rounds -= 1) changed = mutateOnce(changed, random);
  return changed;
}

function mutateOnce(bytes, random) {
  const at = random.below(bytes.length + 1);
  const until = Math.min(bytes.length, at + random.pick([1, 1, 2, 5, 20]));
  const join = (...parts) => Buffer.concat(parts);
  const before = bytes.subarray(0, at);
  return random.weighted([
    [3, () => join(before, Buffer.from([random.pick(TEMPTING_BYTES)]), bytes.subarray(until))],
    [3, () => join(before, Buffer.from([random.pick(TEMPTING_BYTES)]), bytes.subarray(at))],
    [2, () => join(before, Buffer.from([(bytes[at] ?? 0) ^ (1 << random.below(8))]), bytes.subarray(at + 1))],
    [2, () => join(before, bytes.subarray(until))],
    [1, () => join(bytes.subarray(0, until), bytes.subarray(at))],
    [1, () => before],
  ])();
}
