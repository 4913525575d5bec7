/** Gives the memory of bytes back at once that are needed no more, and are all of their buffer: the many megabytes of a network would wait for the collector. */
export function giveBack(bytes: Uint8Array): void {
  (bytes.buffer as ArrayBuffer).transfer(0)
}
