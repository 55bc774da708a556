// Reproducible pseudo-random numbers: sfc32 seeded by splitmix32. Never Math.random.
// http://pracrand.sourceforge.net/RNG_engines.txt

/** A generator for item `index` of the stream `seed`, so each item can be made separately. */
export class Random {
  constructor(seed, index) {
    const words = splitmix32(seed, index);
    this.a = words();
    this.b = words();
    this.c = words();
    this.counter = 1;
    for (let round = 0; round < 12; round += 1) this.word();
  }

  /** The next 32 bits, unsigned. */
  word() {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** An integer from 0 to `bound`, exclusive. */
  below(bound) {
    return Math.floor((this.word() / 0x100000000) * bound);
  }

  /** An integer from `low` to `high`, both included. */
  between(low, high) {
    return low + this.below(high - low + 1);
  }

  chance(probability) {
    return this.word() < probability * 0x100000000;
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  /** One of `[weight, item]` pairs, by weight. */
  weighted(pairs) {
    let total = 0;
    for (const [weight] of pairs) total += weight;
    let mark = this.below(total);
    for (const [weight, item] of pairs) {
      mark -= weight;
      if (mark < 0) return item;
    }
    throw new RangeError('weights must be positive integers');
  }

  /** Shuffles in place. */
  shuffle(items) {
    for (let last = items.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [items[last], items[other]] = [items[other], items[last]];
    }
    return items;
  }
}

function splitmix32(seed, index) {
  let state = (seed ^ Math.imul(Math.floor(seed / 0x100000000), 0x85ebca6b) ^ Math.imul(index + 1, 0x9e3779b1)) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
}
