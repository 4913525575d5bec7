/** The rows of each class, rising, in the order in which classes are met first. @param classes [n]: of each row */
export function rowsByClass(classes: ArrayLike<number>): number[][] {
  return [...Map.groupBy(Array.from(classes).keys(), row => classes[row]).values()]
}
