/** Why our status is another one than Prism's, in cases of OpenAPI 3 whose documents leave the choice; by what their names hold. */
const reasons: readonly { readonly reason: string; readonly names: RegExp }[] = [
  {
    reason: '400 for a request that breaks a rule, where Prism says 422 and the document neither',
    names:
      /^validate-(body|header|path|query)-params\/.*(invalid|missing-(required-header|query)|mismatch|not-matching)/,
  },
  {
    reason:
      'our replies are checked when a mock starts, and sent as the document has them; Prism has --errors for 500',
    names: /^violations\//,
  },
  { reason: 'an object as text is sent as JSON, where Prism says 500', names: /^serialization\/.*-complex-/ },
  {
    reason: 'a value is found for what Prism finds too complex (500)',
    names: /^generated-responses\/too_complex/,
  },
  {
    reason: 'HEAD is answered where GET is (RFC 9110, section 9.1), where Prism says 405',
    names: /^head-requests\//,
  },
  {
    reason: 'a path with an empty segment is another path: 404, where Prism says 422',
    names: /missing-path-param/,
  },
  {
    reason: 'letters that a form should have encoded are read as they are, where Prism says 422',
    names: /allow-reserved-fail/,
  },
  {
    reason: 'an unknown status or example is another failure in Prism',
    names: /^(default-responses|selecting-examples)\//,
  },
];

/** The reason for which a case's status differs; undefined where there is none. */
export function reasonOfDifference(name: string): string | undefined {
  return reasons.find(({ names }) => names.test(name))?.reason;
}
