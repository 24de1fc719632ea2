/**
 * What is made once for each of the objects it is made from, and goes with it: compiled statements of an open database,
 * keys made ready. For acts that come by thousands, which would take longer to prepare than to do.
 */
export function oncePer<From extends object, Made extends object>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, Made>();
  return (from) => {
    const held = made.get(from) ?? make(from);
    made.set(from, held);
    return held;
  };
}
