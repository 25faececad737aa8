// Worker: the school's side of the OPRF (RFC 9497, mode 0x00, P256-SHA256). It has no connection of its own, keeps
// nothing between messages, and never sees a file.
import { p256_oprf } from '../noble/curves/nist.js';

const { blind, finalize } = p256_oprf.oprf;

const work = {
  blind: ({ inputs }) => inputs.map((input) => blind(input)),
  finalize: ({ inputs, blinds, evaluations }) => inputs.map((input, i) => finalize(input, blinds[i], evaluations[i])),
};

self.onmessage = ({ data }) => {
  try {
    self.postMessage({ done: work[data.kind](data) });
  } catch {
    self.postMessage({ failed: true });
  }
};
