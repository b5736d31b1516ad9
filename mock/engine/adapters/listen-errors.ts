/** Something listens there already. The command line prints the message and exits with 2. */
export class PortInUseError extends Error {
  readonly port: number;
  readonly host: string;

  constructor(port: number, host: string, options?: ErrorOptions) {
    super(`Port ${port} on ${host} is in use. Stop what listens there, or choose another port.`, options);
    this.port = port;
    this.host = host;
  }
}

/** The first host is none of this machine's. The command line prints the message and exits with 2. */
export class HostMissingError extends Error {
  constructor(host: string, options?: ErrorOptions) {
    super(`${host} is no address of this machine. Listen on 127.0.0.1, ::1 or 0.0.0.0.`, options);
  }
}
