/** What `import … from 'inokufu-api-kit'` gives. */
export type { RequestFilter } from '../mock/engine/admin/filter-requests.ts';
export type { RequestMistake } from '../mock/engine/admin/group-problems.ts';
export type { KeyUsage } from '../mock/engine/admin/key-usage.ts';
export type { Health, KeyInfo, MockControl } from '../mock/engine/admin/mock-control.ts';
export type { Scenario, ScenarioSummary } from '../mock/engine/admin/scenario.ts';
export type { ApiRequest } from '../mock/engine/api-request.ts';
export type { MockClock } from '../mock/engine/clock/mock-clock.ts';
export type { ErrorTemplate } from '../mock/engine/failures/error-template.ts';
export type { Fault, FaultOptions } from '../mock/engine/faults.ts';
export type { AnyOperations, HandlerCall, HandlerReply, OperationHandlers } from '../mock/engine/handler.ts';
export { type FailOptions, fail, HandlerFailure, reply } from '../mock/engine/handler-helpers.ts';
export type { JournalEntry, RequestFlaw } from '../mock/engine/journal.ts';
export type { AccountState, KeyOptions, KeyStateName } from '../mock/engine/key-options.ts';
export type { Logger } from '../mock/engine/logger.ts';
export type { Reply, WireFault } from '../mock/engine/reply.ts';
export {
  type CoverageReport,
  createMockServer,
  HostMissingError,
  type MockServer,
  type MockServerOptions,
  PortInUseError,
  type ReloadOptions,
  renderCoverage,
} from '../mock/server.ts';
export type { ShortPlans } from '../openapi/model/read/short-plans.ts';
export { defineConfig, type KitConfig } from './config/kit-config.ts';
