const folder = (name: string, files: string): readonly string[] =>
  files
    .trim()
    .split(/\s+/)
    .map((file) => `${name}/${file}.txt`);

/** Why our status is another one than Prism's, where the document leaves the choice, and the cases in which it is. */
const reasons: readonly { readonly reason: string; readonly cases: readonly string[] }[] = [
  {
    reason: '400 for a request that breaks a rule, where Prism says 422 and the document neither',
    cases: [
      ...folder(
        'validate-body-params',
        `allow-empty-value-2.oas2 form-byte-format-fail.oas2 form-data-invalid-request.oas2
        form-data-invalid-request.oas3 json-invalid-request-2.oas2 json-invalid-request-2.oas3
        multipart-allow-empty-value-2.oas2 multipart-form-byte-format-fail.oas2
        multipart-form-data-invalid-request.oas2 multipart-form-data-invalid-request.oas3`,
      ),
      ...folder(
        'validate-header-params',
        'invalid-header.oas2 invalid-header.oas3 missing-required-header.oas2 missing-required-header.oas3',
      ),
      ...folder('validate-path-params', 'path-param-not-matching-regex.oas3'),
      ...folder(
        'validate-query-params',
        `missing-query-param.oas2 missing-query-param.oas3 query-param-form-exploded-object-invalid.oas3
        query-param-form-not-exploded-object-invalid.oas3 query-param-style-mismatch.only_oas3
        query-param-type-mismatch.oas2 query-param-type-mismatch.oas3`,
      ),
    ],
  },
  {
    reason:
      'our replies are checked when a mock starts, and sent as the document has them; Prism has --errors for 500',
    cases: folder(
      'violations',
      `array-min-contains.httpResponse array-prefix-items.httpResponse combined-request-response
      print-as-http-response value-not-in-enum.httpResponse`,
    ),
  },
  {
    reason: 'an object as text is sent as JSON, where Prism says 500',
    cases: folder(
      'serialization',
      'E2E-text-html-complex-serialisation.oas3 E2E-text-plain-complex-serialisation.oas3',
    ),
  },
  {
    reason: 'a value is found for what Prism finds too complex (500)',
    cases: folder('generated-responses', 'too_complex-AC-1.oas3'),
  },
  {
    reason: 'HEAD is answered where GET is (RFC 9110, section 9.1), where Prism says 405',
    cases: folder('head-requests', 'head_requests-AC-2.oas2 head_requests-AC-2.oas3'),
  },
  {
    reason: 'a path with an empty segment is another path: 404, where Prism says 422',
    cases: folder('validate-path-params', 'missing-path-param.oas3'),
  },
  {
    reason: 'letters that a form should have encoded are read as they are, where Prism says 422',
    cases: folder(
      'validate-body-params',
      'form-data-allow-reserved-fail.oas3 multipart-form-data-allow-reserved-fail.oas3',
    ),
  },
  {
    reason: 'a list that a form may leave out is left out, where Prism says 422',
    cases: folder('validate-body-params', 'x-www-urlencoded-fail.oas2'),
  },
  {
    reason: 'a refusal of the request comes before a wish for an example that does not exist (404)',
    cases: folder('selecting-examples', 'manually-select-examples-AC-5.oas3'),
  },
  {
    reason: 'pages of other origins may always call our mock, where Prism has --cors=false',
    cases: folder('cors', 'cors-headers-disabled'),
  },
];

/** The reason for which a case's status differs; undefined where there is none. */
export function reasonOfDifference(name: string): string | undefined {
  return reasons.find(({ cases }) => cases.includes(name))?.reason;
}

/** Which of these cases, all of them right, are still listed here. */
export function listedInVain(right: readonly string[]): readonly string[] {
  return right.filter((name) => reasonOfDifference(name) !== undefined);
}
