// Reads a file line by line, a piece at a time, however large it is.
import { Unreadable } from './fouten.js';
import { decoded } from './bytes.js';

/** The most bytes of a line. */
export const LONGEST = 1 << 18;

const PIECE = 1 << 20;
const NEWLINE = 10;

export class Lines {
  #blob;
  #read;
  #piece = new Uint8Array(0);
  #at = 0;
  /** The number of the line, and the byte at which the next one begins. */
  number;
  offset;
  /** The bytes of the line, without the newline; only until the next one is asked for. */
  bytes = new Uint8Array(0);

  constructor(blob, offset = 0, number = 1) {
    this.#blob = blob;
    this.#read = offset;
    this.offset = offset;
    this.number = number - 1;
  }

  /** Goes to the next line; false at the end of the file. */
  async next() {
    let end = this.#piece.indexOf(NEWLINE, this.#at);
    while (end < 0) {
      const left = this.#piece.length - this.#at;
      if (left > LONGEST) {
        throw new Unreadable('LB-02', this.number + 1);
      }
      if (this.#read >= this.#blob.size) {
        if (left > 0) {
          throw new Unreadable('LB-03', this.number + 1);
        }
        return false;
      }
      await this.#more(left);
      end = this.#piece.indexOf(NEWLINE, this.#at);
    }
    if (end - this.#at > LONGEST) {
      throw new Unreadable('LB-02', this.number + 1);
    }
    this.bytes = this.#piece.subarray(this.#at, end);
    this.offset += end + 1 - this.#at;
    this.#at = end + 1;
    this.number += 1;
    return true;
  }

  async #more(left) {
    const fresh = new Uint8Array(await this.#blob.slice(this.#read, this.#read + PIECE).arrayBuffer());
    const piece = new Uint8Array(left + fresh.length);
    piece.set(this.#piece.subarray(this.#at));
    piece.set(fresh, left);
    this.#read += fresh.length;
    this.#piece = piece;
    this.#at = 0;
  }

  /** The line as text, or null where it is not UTF-8. */
  text() {
    return decoded(this.bytes);
  }

  /** The line as text, which it must be. */
  required() {
    const text = this.text();
    if (text === null) {
      throw new Unreadable('LB-02', this.number);
    }
    return text;
  }

  /** Goes to the next line, which there must be. */
  async must() {
    if (!(await this.next())) {
      throw new Unreadable('LB-03', this.number + 1);
    }
  }

  startsWith(start) {
    return this.bytes.length >= start.length && [...start].every((c, i) => this.bytes[i] === c.charCodeAt(0));
  }
}
