/** The bytes are not strict JSON; `reason` says why, and `offset` is the byte at which reading stopped. */
export class MalformedJSON extends Error {
  constructor(reason, offset) {
    super(`${reason} at byte ${offset}`);
    this.reason = reason;
    this.offset = offset;
  }
}

export const malformed = (reason, offset) => new MalformedJSON(reason, offset);
