/** Gives the memory of an array back at once that is needed no more, and is all of its buffer: the many megabytes of a network would wait for the collector. */
export function giveBack({ buffer }: ArrayBufferView): void {
  (buffer as ArrayBuffer).transfer(0)
}
