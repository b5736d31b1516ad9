// Made by `api-kit types library.yaml` from library.yaml. Never edited by hand.

export interface paths {
  '/books/{isbn}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getBook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/opening-hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getOpeningHours'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Book: {
      isbn: string;
      title: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getBook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        isbn: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The book. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Book'];
        };
      };
      /** @description There is none. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getOpeningHours: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description When we are open. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /** @example 10 to 18 */
          'application/json': string;
        };
      };
    };
  };
}
