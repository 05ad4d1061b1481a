/** Chance that can be repeated: the same seed gives the same numbers on every machine (Bob Jenkins, sfc32). */
export class Chance {
  private state: [number, number, number, number];

  constructor(seed: string) {
    const [first = 0, second = 0, third = 0] = [1, 2, 3].map((salt) => hash(`${salt} ${seed}`));
    this.state = [first, second, third, 1];
    for (let round = 0; round < 12; round += 1) this.part();
  }

  /** From 0 to 1, 1 not included. */
  part(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    const drawn = (this.bits() * 2 ** 21 + (this.bits() >>> 11)) / 2 ** 53;
    return least + Math.floor(drawn * (most - least + 1));
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.whole(0, list.length - 1)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  }

  /** True once in so many times. */
  once(inTimes: number): boolean {
    return this.part() * inTimes < 1;
  }

  private bits(): number {
    const [a, b, c, counter] = this.state;
    const sum = (a + b + counter) | 0;
    this.state = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + sum) | 0, (counter + 1) | 0];
    return sum >>> 0;
  }
}

function hash(text: string): number {
  let found = 2_166_136_261;
  for (const letter of text) found = Math.imul(found ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return found;
}
