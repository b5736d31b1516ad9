import type { IncomingMessage, ServerResponse } from 'node:http';

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** A listener that is made when it is first called: loading Express costs more than most of a mock, and few tests ask for it. */
export function whenFirstCalled(make: () => Promise<Listener>): Listener {
  let made: Promise<Listener> | undefined;
  return (incoming, outgoing) => {
    made ??= make();
    made.then((listener) => listener(incoming, outgoing));
  };
}
