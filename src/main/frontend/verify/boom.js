// The Merkle tree of RFC 6962, section 2.1, whose leaves come one by one.
import { hash } from './bytes.js';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const odd = (n) => n % 2 === 1;
const half = (n) => Math.floor(n / 2);

/** How many bits of a number are 1: how many hashes the frontier of a tree of that size has. */
export function bits(size) {
  let count = 0;
  for (let rest = size; rest > 0; rest = half(rest)) {
    count += rest % 2;
  }
  return count;
}

/** The hash of a tree of which only the complete subtrees on the left are kept. */
export class Tree {
  #complete = [];
  size;

  /** Goes on from a tree of this size, whose frontier has the largest subtree first. */
  constructor(size = 0, frontier = []) {
    this.size = size;
    const left = [...frontier];
    for (let rest = size, level = 0; rest > 0; rest = half(rest), level++) {
      if (odd(rest)) {
        this.#complete[level] = left.pop();
      }
    }
  }

  add(leaf) {
    let node = hash(LEAF, leaf);
    let level = 0;
    for (let rest = this.size; odd(rest); rest = half(rest)) {
      node = hash(NODE, this.#complete[level], node);
      level++;
    }
    this.#complete[level] = node;
    this.size += 1;
  }

  root() {
    let root = null;
    for (let rest = this.size, level = 0; rest > 0; rest = half(rest), level++) {
      if (odd(rest)) {
        root = root === null ? this.#complete[level] : hash(NODE, this.#complete[level], root);
      }
    }
    return root ?? hash(new Uint8Array(0));
  }
}
