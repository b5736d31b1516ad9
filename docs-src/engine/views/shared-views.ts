import { remember } from '../../../openapi/model/remember.ts';

const sharedViews = new WeakSet<object>();

/** Marks a view as one that many pages have: what is made of it is the same wherever it stands. */
export function share<View extends object>(view: View): View {
  sharedViews.add(view);
  return view;
}

/** Makes something of views; of one that many pages have only once. */
export function onceOfShared<
  View extends object,
  Rest extends readonly unknown[],
  Made extends NonNullable<unknown>,
>(make: (view: View, ...rest: Rest) => Made): (view: View, ...rest: Rest) => Made {
  const made = new WeakMap<View, Made>();
  return (view, ...rest) =>
    sharedViews.has(view) ? remember(made, view, () => make(view, ...rest)) : make(view, ...rest);
}
