// Made by `npm run generate` from openapi/document/openapi.yaml. Never edited by hand.
// The API as a handler sees it: a parameter with a default is always there.

export interface paths {
    "/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Provider
         * @description Lists the providers whose learning objects are in the index.
         */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Type
         * @description Lists the types of learning objects that are in the index.
         */
        get: operations["listTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lang": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lang
         * @description Lists the languages of the learning objects in the index.
         */
        get: operations["listLangs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bloom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bloom
         * @description Lists the levels of learning, after Bloom's taxonomy.
         */
        get: operations["listBlooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Searches the index by keywords and filters.
         *
         *     A search that finds nothing is no error: the response is a 200 with an empty `content` and a `msg` that starts with
         *     `C00`.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search by provider
         * @description Searches the learning objects of one provider.
         *
         *     With `match=best-effort`, filters are given up when nothing fits them all, and `msg` then starts with `B00`. A value
         *     that ends in `!important` is kept all the same: `type=mooc!important`.
         */
        get: operations["searchByProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/searchrome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search by ROME
         * @description Searches the learning objects for a job, named by its ROME code.
         */
        get: operations["searchByRome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/searchformacode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search by Formacode®
         * @description Searches the learning objects of a training domain, named by its Formacode®.
         */
        get: operations["searchByFormacode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Feedback
         * @description Sends feedback on a learning object that a search found: a dead link, a wrong language, a praise.
         */
        post: operations["sendFeedback"];
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
        /**
         * @description Stable, machine-readable cause of an error. Decide by this, not by the message.
         * @example invalid-request
         * @enum {string}
         */
        ErrorCode: "malformed-body" | "invalid-request" | "missing-key" | "misplaced-key" | "unknown-key" | "placeholder-key" | "header-in-key" | "revoked-key" | "plan-lacks-feature" | "unknown-path" | "method-not-allowed" | "not-acceptable" | "gone" | "body-too-large" | "uri-too-long" | "unsupported-media-type" | "rate-exceeded" | "quota-exceeded" | "internal-error" | "maintenance";
        /** @description What you want to say about one learning object that a search found. */
        Feedback: {
            /**
             * Format: uri
             * @description The `url` of the learning object.
             * @example https://www.coursera.example/learn/programming-step-by-step
             */
            url: string;
            /**
             * @description The `request.id` of the response that the learning object was in.
             * @example 7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11
             */
            request_id: string;
            /**
             * Format: email
             * @description Where to reach the person who gives the feedback.
             * @example learner@school.example
             */
            email: string;
            /**
             * Format: uri
             * @description URL of the page or app where the learning object was shown.
             * @example https://app.school.example/results
             */
            source: string;
            /**
             * @description The feedback in words.
             * @example The page no longer exists.
             */
            comment?: string;
        };
        /** @description Why a request was refused or failed. */
        Error: {
            /**
             * @description The HTTP status once more.
             * @example 400
             * @enum {integer}
             */
            statusCode: 400 | 401 | 403 | 404 | 405 | 406 | 410 | 413 | 414 | 415 | 429 | 500 | 503;
            code: components["schemas"]["ErrorCode"];
            /**
             * @description What happened and what to do about it, for people. The wording can change, the code stays.
             * @example 2 problems in the request: lang and max.
             */
            message: string;
            /** @description Every problem of the request at once. Only there with status 400. */
            errors?: components["schemas"]["RequestProblem"][];
        };
        /** @description Response with the list of providers. */
        ProviderList: {
            /**
             * @description The HTTP status once more.
             * @example 200
             * @constant
             */
            statusCode: 200;
            /** @description Every provider that a search can be limited to. */
            response: components["schemas"]["Provider"][];
        };
        /** @description Every type that a search can be limited to. */
        TypeList: components["schemas"]["TypeEntry"][];
        /** @description Every language that a search can be limited to. */
        LangList: components["schemas"]["LangEntry"][];
        /** @description Every level of learning that a search can be limited to. */
        BloomList: components["schemas"]["BloomEntry"][];
        /**
         * @description Language as an ISO 639-1 code.
         * @example en
         * @enum {string}
         */
        Lang: "en" | "fr";
        /**
         * @description Kind of learning object. `GET /type` says what each one covers.
         * @example mooc
         * @enum {string}
         */
        LearningObjectType: "video" | "mooc" | "podcast" | "app";
        /**
         * @description What a learner gets out of it, after Bloom's taxonomy: a first contact (`discover`), the theory (`understand`), practice (`do`) or complete training up to a professional level (`degree`).
         * @example understand
         * @enum {string}
         */
        Bloom: "discover" | "understand" | "do" | "degree";
        /**
         * @description How narrowly to search.
         * @example strict
         * @enum {string}
         */
        SearchModel: "strict" | "extended";
        /**
         * @description Learning objects per page.
         * @example 10
         */
        PageSize: number;
        /**
         * @description Number of a page of results. The first page is 0.
         * @example 0
         */
        Page: number;
        /**
         * @description Order of the results.
         * @example best
         * @enum {string}
         */
        Sort: "best" | "popularity" | "random";
        /**
         * @description Popularity from 0 to 1. Up to 0.49 is good, 0.5 and more very good, 0.8 and more stunning, 0.9 and more among the best.
         * @example 0.5
         */
        PopularityNote: number;
        /**
         * @description Age in whole years.
         * @example 18
         */
        Age: number;
        /**
         * @description Level, from -1 (beginner) to 1 (advanced). Up to -0.34 is for beginners, from -0.35 to 0.35 intermediate, above that for experts.
         * @example -0.5
         */
        Level: number;
        /**
         * @description Learning time in whole minutes.
         * @example 60
         */
        LearningTimeMinutes: number;
        /** @description Response to a search by keywords. */
        SearchReply: {
            /**
             * @description The HTTP status once more.
             * @example 200
             * @constant
             */
            statusCode: 200;
            request: components["schemas"]["SearchRequest"];
            response: components["schemas"]["SearchResults"];
        };
        /**
         * @description Language, with or without `!important` at its end.
         * @example en
         */
        ImportantLang: components["schemas"]["Lang"] | string;
        /**
         * @description Kind of learning object, with or without `!important` at its end.
         * @example mooc!important
         */
        ImportantType: components["schemas"]["LearningObjectType"] | string;
        /**
         * @description What a learner gets out of it, with or without `!important` at its end.
         * @example do!important
         */
        ImportantBloom: components["schemas"]["Bloom"] | string;
        /**
         * @description What happens when nothing fits everything that was asked for.
         * @example best-effort
         * @enum {string}
         */
        Match: "strict" | "best-effort";
        /**
         * @description Popularity from 0 to 1, with or without `!important` at its end.
         * @example 0.5!important
         */
        ImportantPopularityNote: components["schemas"]["PopularityNote"] | string;
        /**
         * @description Age in whole years, with or without `!important` at its end.
         * @example 18!important
         */
        ImportantAge: components["schemas"]["Age"] | string;
        /**
         * @description Level from -1 to 1, with or without `!important` at its end.
         * @example -0.5!important
         */
        ImportantLevel: components["schemas"]["Level"] | string;
        /**
         * @description Learning time in whole minutes, with or without `!important` at its end.
         * @example 60!important
         */
        ImportantLearningTimeMinutes: components["schemas"]["LearningTimeMinutes"] | string;
        /**
         * @description Free of charge or not, with or without `!important` at its end.
         * @example true!important
         */
        ImportantFree: boolean | string;
        /**
         * @description Distance in kilometres, with or without `!important` at its end.
         * @example 50!important
         */
        ImportantDistance: number | string;
        /** @description Response to a search by provider. */
        ProviderSearchReply: {
            /**
             * @description The HTTP status once more.
             * @example 200
             * @constant
             */
            statusCode: 200;
            request: components["schemas"]["ProviderSearchRequest"];
            response: components["schemas"]["SearchResults"];
        };
        /**
         * @description ROME code of a job: one upper-case letter and four digits.
         * @example H2605
         */
        RomeCode: string;
        /**
         * @description How narrowly to search.
         * @example strict
         * @enum {string}
         */
        CodeSearchModel: "strict" | "extended2";
        /** @description Response to a search by ROME code. */
        RomeSearchReply: {
            /**
             * @description The HTTP status once more.
             * @example 200
             * @constant
             */
            statusCode: 200;
            request: components["schemas"]["RomeSearchRequest"];
            response: components["schemas"]["SearchResults"];
        };
        /**
         * @description Formacode® of a training domain: five digits.
         * @example 15012
         */
        Formacode: string;
        /** @description Response to a search by Formacode®. */
        FormacodeSearchReply: {
            /**
             * @description The HTTP status once more.
             * @example 200
             * @constant
             */
            statusCode: 200;
            request: components["schemas"]["FormacodeSearchRequest"];
            response: components["schemas"]["SearchResults"];
        };
        /** @description Confirmation that feedback was received. */
        FeedbackReply: {
            /**
             * @description The HTTP status once more.
             * @example 201
             * @constant
             */
            statusCode: 201;
            /**
             * Format: uuid
             * @description Id of the feedback.
             * @example 0d9f7f0e-3f0b-4a3c-8d55-5a1c0f6f6f0b
             */
            id: string;
        };
        /** @description One problem of a request. */
        RequestProblem: {
            /**
             * @description The part of the request that it is in.
             * @example query
             * @enum {string}
             */
            where: "path" | "query" | "header" | "cookie" | "body";
            /**
             * @description Name of the parameter; in a body, the JSON Pointer of the value (RFC 6901), empty for the whole body.
             * @example max
             */
            name: string;
            /**
             * @description Kind of problem, for programs: `missing`, `repeated`, `not-allowed` (outside the list), `too-small`, `too-large`, `wrong-type`, `wrong-pattern`, `wrong-format`, `wrong-order` (a minimum above its maximum), `needs-another`, `undecodable`. Others can be added.
             * @example too-large
             */
            code: string;
            /**
             * @description What is wrong with it, for people.
             * @example max must be an integer from 1 to 20.
             */
            message: string;
            /**
             * @description The value that was sent; left out where none was.
             * @example 50
             */
            value?: unknown;
            /**
             * @description What is allowed, in words.
             * @example an integer from 1 to 20
             */
            allowed?: string;
        };
        /** @description Where learning objects come from, in the vocabulary of schema.org. */
        Provider: {
            /**
             * @description Vocabulary of the keys.
             * @example https://schema.org/
             * @constant
             */
            "@context": "https://schema.org/";
            /**
             * @description Type in that vocabulary.
             * @example provider
             * @constant
             */
            "@type": "provider";
            /**
             * @description What the parameter `provider` of a search takes.
             * @example coursera
             */
            id: string;
            /**
             * @description Name to show, and what `provider` of a learning object holds.
             * @example Coursera
             */
            name: string;
            /** @description One logo for each combination of colour scheme and aspect ratio. */
            logo: components["schemas"]["ProviderLogo"][];
            /**
             * Format: uri
             * @description Website of the provider.
             * @example https://www.coursera.example/
             */
            url: string;
            /**
             * @description Terms under which the provider offers its learning objects.
             * @example Terms of Coursera
             */
            license?: string;
        };
        /** @description A kind of learning object. */
        TypeEntry: {
            type: components["schemas"]["LearningObjectType"];
            /**
             * @description What it stands for, in English.
             * @example English
             */
            description: string;
        };
        /** @description A language of learning objects. */
        LangEntry: {
            lang: components["schemas"]["Lang"];
            /**
             * @description What it stands for, in English.
             * @example English
             */
            description: string;
        };
        /** @description A level of learning. */
        BloomEntry: {
            bloom: components["schemas"]["Bloom"];
            /**
             * @description What it stands for, in English.
             * @example English
             */
            description: string;
        };
        /** @description The request as it was understood. A parameter that was not sent has its default here, or an empty string. */
        SearchRequest: {
            /**
             * @description Words searched for.
             * @example programming
             */
            keywords: string;
            lang: components["schemas"]["Lang"];
            type: components["schemas"]["LearningObjectType"];
            bloom: components["schemas"]["Bloom"];
            model: components["schemas"]["SearchModel"];
            max: components["schemas"]["PageSize"];
            page: components["schemas"]["Page"];
            sort: components["schemas"]["Sort"];
            /**
             * @description Provider asked for.
             * @example
             */
            provider: string;
            /**
             * @description Lowest popularity note asked for.
             * @example
             * @example 0.5
             */
            noteMin: components["schemas"]["PopularityNote"] | "";
            /**
             * @description Lowest age asked for.
             * @example
             * @example 18
             */
            ageMin: components["schemas"]["Age"] | "";
            /**
             * @description Highest age asked for.
             * @example
             * @example 18
             */
            ageMax: components["schemas"]["Age"] | "";
            /**
             * @description Lowest level asked for.
             * @example
             * @example -0.5
             */
            levelMin: components["schemas"]["Level"] | "";
            /**
             * @description Highest level asked for.
             * @example
             * @example -0.5
             */
            levelMax: components["schemas"]["Level"] | "";
            /**
             * @description Shortest learning time asked for, in minutes.
             * @example
             * @example 60
             */
            learningTimeMin: components["schemas"]["LearningTimeMinutes"] | "";
            /**
             * @description Longest learning time asked for, in minutes.
             * @example
             * @example 60
             */
            learningTimeMax: components["schemas"]["LearningTimeMinutes"] | "";
            /**
             * Format: uuid
             * @description Id of this request, a version 4 UUID. Send it back as `request_id` with your feedback.
             * @example 7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11
             */
            id: string;
        };
        /** @description One page of learning objects. */
        SearchResults: {
            /**
             * @description The learning objects of this page, in the order asked for. Empty where nothing was found and past the last page.
             * @example [
             *       {
             *         "title": "Programming, Step by Step",
             *         "url": "https://www.coursera.example/learn/programming-step-by-step"
             *       }
             *     ]
             */
            content: components["schemas"]["LearningObject"][];
            metadata: components["schemas"]["Metadata"];
            /**
             * @description How well the results fit, as a code and a sentence. `A00`: confident. `B00`: close, but not exactly what was asked for. `C00`: nothing found. Only the code is for programs: the sentence after it is our wording.
             * @example A00 - These learning objects match your search.
             */
            msg: string;
        };
        /** @description The request as it was understood. A parameter that was not sent has its default here, or an empty string. */
        ProviderSearchRequest: {
            /**
             * @description Provider asked for.
             * @example coursera
             */
            provider: string;
            lang: components["schemas"]["ImportantLang"];
            /**
             * @description Words searched for.
             * @example programming
             */
            keywords: string;
            /**
             * @description Kind of learning object asked for.
             * @example
             * @example mooc!important
             */
            type: components["schemas"]["ImportantType"] | "";
            /**
             * @description Level of learning asked for.
             * @example
             * @example do!important
             */
            bloom: components["schemas"]["ImportantBloom"] | "";
            model: components["schemas"]["SearchModel"];
            match: components["schemas"]["Match"];
            max: components["schemas"]["PageSize"];
            page: components["schemas"]["Page"];
            sort: components["schemas"]["Sort"];
            /**
             * @description Lowest popularity note asked for.
             * @example
             * @example 0.5!important
             */
            popularityMin: components["schemas"]["ImportantPopularityNote"] | "";
            /**
             * @description Lowest popularity note asked for, under its other name.
             * @example
             * @example 0.5!important
             */
            noteMin: components["schemas"]["ImportantPopularityNote"] | "";
            /**
             * @description Lowest age asked for.
             * @example
             * @example 18!important
             */
            ageMin: components["schemas"]["ImportantAge"] | "";
            /**
             * @description Highest age asked for.
             * @example
             * @example 18!important
             */
            ageMax: components["schemas"]["ImportantAge"] | "";
            /**
             * @description Lowest level asked for.
             * @example
             * @example -0.5!important
             */
            levelMin: components["schemas"]["ImportantLevel"] | "";
            /**
             * @description Highest level asked for.
             * @example
             * @example -0.5!important
             */
            levelMax: components["schemas"]["ImportantLevel"] | "";
            /**
             * @description Shortest learning time asked for, in minutes.
             * @example
             * @example 60!important
             */
            learningTimeMin: components["schemas"]["ImportantLearningTimeMinutes"] | "";
            /**
             * @description Longest learning time asked for, in minutes.
             * @example
             * @example 60!important
             */
            learningTimeMax: components["schemas"]["ImportantLearningTimeMinutes"] | "";
            /**
             * @description Publisher asked for.
             * @example
             */
            publisher: string;
            /**
             * @description Whether only free or only paid objects were asked for.
             * @example
             * @example true!important
             */
            free: components["schemas"]["ImportantFree"] | "";
            /**
             * @description Place asked for.
             * @example
             */
            address: string;
            /**
             * @description Longest distance from the place asked for, in kilometres.
             * @example
             * @example 50!important
             */
            distanceMax: components["schemas"]["ImportantDistance"] | "";
            /**
             * Format: uuid
             * @description Id of this request, a version 4 UUID. Send it back as `request_id` with your feedback.
             * @example 7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11
             */
            id: string;
        };
        /** @description The request as it was understood. A parameter that was not sent has its default here, or an empty string. */
        RomeSearchRequest: {
            rome: components["schemas"]["RomeCode"];
            lang: components["schemas"]["Lang"];
            max: components["schemas"]["PageSize"];
            /**
             * @description Kind of learning object asked for.
             * @example
             * @example mooc
             */
            type: components["schemas"]["LearningObjectType"] | "";
            /**
             * @description Level of learning asked for.
             * @example
             * @example do
             */
            bloom: components["schemas"]["Bloom"] | "";
            model: components["schemas"]["CodeSearchModel"];
            sort: components["schemas"]["Sort"];
            page: components["schemas"]["Page"];
            /**
             * Format: uuid
             * @description Id of this request, a version 4 UUID. Send it back as `request_id` with your feedback.
             * @example 7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11
             */
            id: string;
        };
        /** @description The request as it was understood. A parameter that was not sent has its default here, or an empty string. */
        FormacodeSearchRequest: {
            formacode: components["schemas"]["Formacode"];
            lang: components["schemas"]["Lang"];
            max: components["schemas"]["PageSize"];
            /**
             * @description Kind of learning object asked for.
             * @example
             * @example mooc
             */
            type: components["schemas"]["LearningObjectType"] | "";
            /**
             * @description Level of learning asked for.
             * @example
             * @example do
             */
            bloom: components["schemas"]["Bloom"] | "";
            model: components["schemas"]["CodeSearchModel"];
            sort: components["schemas"]["Sort"];
            page: components["schemas"]["Page"];
            /**
             * Format: uuid
             * @description Id of this request, a version 4 UUID. Send it back as `request_id` with your feedback.
             * @example 7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11
             */
            id: string;
        };
        /** @description One version of a provider's logo. */
        ProviderLogo: {
            /**
             * Format: uri
             * @description The picture.
             * @example https://logos.inokufu.example/coursera-light-landscape.svg
             */
            url: string;
            /**
             * @description Colour scheme of the page that this version is made for.
             * @example light
             * @enum {string}
             */
            colorScheme: "dark" | "light";
            /**
             * @description Shape of the picture.
             * @example landscape
             * @enum {string}
             */
            aspectRatio: "landscape" | "square";
        };
        /** @description Something to learn from. Only `title` and `url` are always there; what is unknown is left out. */
        LearningObject: {
            /**
             * @description Title as its provider gives it.
             * @example Programming, Step by Step
             */
            title: string;
            /**
             * Format: uri
             * @description Web page of the learning object.
             * @example https://www.coursera.example/learn/programming-step-by-step
             */
            url: string;
            /**
             * @description What one learns there, in a few sentences.
             * @example Write your first programs and understand how a computer follows them.
             */
            description?: string;
            /**
             * Format: uri
             * @description Picture for a card or a list.
             * @example https://images.coursera.example/programming-step-by-step.jpg
             */
            picture?: string;
            /**
             * @description Display name of the provider, the `name` that `GET /provider` lists.
             * @example Coursera
             */
            provider?: string;
            /**
             * @description What a learner gets out of it. One object can serve several purposes.
             * @example [
             *       "understand"
             *     ]
             */
            bloom?: components["schemas"]["Bloom"][];
            /**
             * @description Kinds of learning object that it is.
             * @example [
             *       "mooc"
             *     ]
             */
            type?: components["schemas"]["LearningObjectType"][];
            /** @description Language that it is in, as an ISO 639-1 code. */
            lang?: components["schemas"]["Lang"];
            level?: components["schemas"]["Level"];
            /**
             * @description How long it takes, in `learningTimeUnit`.
             * @example 40
             */
            learningTimeValue?: number;
            learningTimeUnit?: components["schemas"]["LearningTimeUnit"];
            /**
             * @description Organisations that publish it.
             * @example [
             *       {
             *         "name": "IBM"
             *       }
             *     ]
             */
            publisher?: components["schemas"]["Publisher"][];
            /**
             * @description People who made it.
             * @example [
             *       {
             *         "name": "Ada Brook"
             *       }
             *     ]
             */
            author?: components["schemas"]["Author"][];
            /**
             * @description Postal address, where it takes place somewhere.
             * @example 12 rue de la République, 69002 Lyon, France
             */
            address?: string;
            PriceSpecification?: components["schemas"]["PriceSpecification"];
        };
        /** @description Which part of the results this page is. Two of the keys contain spaces. */
        Metadata: {
            page: components["schemas"]["Page"];
            /**
             * @description Learning objects per page, the `max` of the request. The last page can hold fewer.
             * @example 2
             */
            "number item per page": number;
            /**
             * @description Learning objects found on all pages together.
             * @example 2402
             */
            "total number item": number;
            /**
             * @description Whether a page follows this one.
             * @example true
             */
            hasMore: boolean;
        };
        /**
         * @description Minutes (`min`), hours (`h`), days (`d`), weeks (`w`), months (`m`), years (`y`) or pages (`p`).
         * @example h
         * @enum {string}
         */
        LearningTimeUnit: "min" | "h" | "d" | "w" | "m" | "y" | "p";
        /** @description An organisation that publishes learning objects. */
        Publisher: {
            /**
             * @description Name of the organisation.
             * @example IBM
             */
            name: string;
        };
        /** @description A person who made a learning object. */
        Author: {
            /**
             * @description Name of the person.
             * @example Ada Brook
             */
            name: string;
        };
        /** @description Price of a learning object, in the vocabulary of schema.org. */
        PriceSpecification: {
            /**
             * @description Vocabulary of the keys.
             * @example https://schema.org/
             * @constant
             */
            "@context": "https://schema.org/";
            /**
             * @description Type in that vocabulary.
             * @example PriceSpecification
             * @constant
             */
            "@type": "PriceSpecification";
            /**
             * @description What it costs in `priceCurrency`. Null or left out where nothing has to be paid.
             * @example 39
             */
            price?: number | null;
            /**
             * @description Currency of the price, as a sign.
             * @example $
             */
            priceCurrency?: string;
            /**
             * @description Whether it can be used without paying. True beside a price means that there is a free version and a paid one.
             * @example true
             */
            "price-free": boolean;
        };
    };
    responses: {
        /** @description The API has no such path. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The path does not have this method. */
        MethodNotAllowed: {
            headers: {
                Allow: components["headers"]["Allow"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The learning object has been removed from the index. */
        Gone: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The providers. */
        Providers: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProviderList"];
            };
        };
        /** @description Something in the request is wrong. The body names all of it at once. */
        BadUrl: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A format other than JSON was asked for. */
        NotAcceptableKeyless: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The URL is longer than 8,192 bytes. */
        UriTooLong: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something failed on the side of the API. */
        InternalServerErrorKeyless: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The service is down for maintenance. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The types. */
        Types: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TypeList"];
            };
        };
        /** @description The languages. */
        Langs: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LangList"];
            };
        };
        /** @description The levels of learning. */
        Blooms: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BloomList"];
            };
        };
        /** @description One page of learning objects; an empty one where nothing was found. */
        SearchPage: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SearchReply"];
            };
        };
        /** @description Something in the request is wrong. The body names all of it at once. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The API key is missing or wrong. `code` tells how. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A format other than JSON was asked for. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request speed (`rate-exceeded`) or the limit (`quota-exceeded`) of the usage plan is reached. Such a request is not counted as a call. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something failed on the side of the API. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description One page of learning objects; an empty one where nothing was found. */
        ProviderSearchPage: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProviderSearchReply"];
            };
        };
        /** @description One page of learning objects; an empty one where nothing was found. */
        RomeSearchPage: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RomeSearchReply"];
            };
        };
        /** @description The API key is fine, but its usage plan does not include this operation. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description One page of learning objects; an empty one where nothing was found. */
        FormacodeSearchPage: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FormacodeSearchReply"];
            };
        };
        /** @description The feedback was received. */
        FeedbackReceived: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FeedbackReply"];
            };
        };
        /** @description Something in the request is wrong. The body names all of it at once. */
        BadBody: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is larger than 10 MB. */
        ContentTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is not sent as JSON. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Access-Control-Allow-Origin": components["headers"]["Access-Control-Allow-Origin"];
                "Access-Control-Expose-Headers": components["headers"]["Access-Control-Expose-Headers"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description Words of a skill, a competency or a job. Letter case and accents make no difference, and a word also finds its plural. Small words (`the`, `le la les`) and signs are left out; keywords of nothing else count as absent.
         * @example programming
         */
        keywords: string;
        /**
         * @description Language of the learning objects.
         * @example en
         */
        lang: components["schemas"]["Lang"];
        /**
         * @description Kind of learning object. `GET /type` says what each kind covers.
         * @example mooc
         */
        typeRequired: components["schemas"]["LearningObjectType"];
        /**
         * @description What a learner should get out of it: discover a subject, understand its theory, do it in practice, or earn a degree.
         * @example understand
         */
        bloomRequired: components["schemas"]["Bloom"];
        /**
         * @description How narrowly to search: `strict` finds fewer and more relevant learning objects, `extended` finds more, some of them off the mark.
         * @example strict
         */
        modelRequired: components["schemas"]["SearchModel"];
        /**
         * @description Learning objects per page.
         * @example 2
         */
        maxRequired: components["schemas"]["PageSize"];
        /** @description Number of the page of results. The first page is 0. */
        page: components["schemas"]["Page"];
        /** @description Order of the results: the most relevant first (`best`), the most popular first (`popularity`), or shuffled (`random`). */
        sort: components["schemas"]["Sort"];
        /** @description Only learning objects of this provider: its `id` from `GET /provider`, or its name in any letter case. */
        provider: string;
        /** @description Lowest popularity note. 0.5 and more is very good, 0.8 and more stunning, 0.9 and more among the best. */
        noteMin: components["schemas"]["PopularityNote"];
        /** @description Only learning objects whose audience reaches at least this age. */
        ageMin: components["schemas"]["Age"];
        /** @description Only learning objects whose audience is at most this old. */
        ageMax: components["schemas"]["Age"];
        /** @description Lowest level, from -1 (beginner) to 1 (advanced). */
        levelMin: components["schemas"]["Level"];
        /** @description Highest level, from -1 (beginner) to 1 (advanced). */
        levelMax: components["schemas"]["Level"];
        /** @description Shortest learning time, in minutes. */
        learningTimeMin: components["schemas"]["LearningTimeMinutes"];
        /** @description Longest learning time, in minutes. */
        learningTimeMax: components["schemas"]["LearningTimeMinutes"];
        /**
         * @description Provider whose learning objects are searched: its `id` from `GET /provider`, or its name in any letter case.
         * @example coursera
         */
        providerRequired: string;
        /**
         * @description Language of the learning objects.
         * @example en
         */
        langImportant: components["schemas"]["ImportantLang"];
        /** @description Kind of learning object. `GET /type` says what each kind covers. */
        typeImportant: components["schemas"]["ImportantType"];
        /** @description What a learner should get out of it: discover a subject, understand its theory, do it in practice, or earn a degree. */
        bloomImportant: components["schemas"]["ImportantBloom"];
        /** @description How narrowly to search: `strict` finds fewer and more relevant learning objects, `extended` finds more, some of them off the mark. */
        model: components["schemas"]["SearchModel"];
        /** @description What happens when nothing fits everything that was asked for: `strict` finds nothing, `best-effort` gives up filters until something is found and says so with `B00`. The provider and the language are never given up. */
        match: components["schemas"]["Match"];
        /**
         * @description Learning objects per page.
         * @example 2
         */
        max: components["schemas"]["PageSize"];
        /** @description Order of the results: the most relevant first (`best`), the most popular first (`popularity`), or shuffled (`random`). */
        sortByPopularity: components["schemas"]["Sort"];
        /** @description Lowest popularity note. 0.5 and more is very good, 0.8 and more stunning, 0.9 and more among the best. */
        popularityMinImportant: components["schemas"]["ImportantPopularityNote"];
        /** @description Another name for `popularityMin`. */
        noteMinImportant: components["schemas"]["ImportantPopularityNote"];
        /** @description Only learning objects whose audience reaches at least this age. */
        ageMinImportant: components["schemas"]["ImportantAge"];
        /** @description Only learning objects whose audience is at most this old. */
        ageMaxImportant: components["schemas"]["ImportantAge"];
        /** @description Lowest level, from -1 (beginner) to 1 (advanced). */
        levelMinImportant: components["schemas"]["ImportantLevel"];
        /** @description Highest level, from -1 (beginner) to 1 (advanced). */
        levelMaxImportant: components["schemas"]["ImportantLevel"];
        /** @description Shortest learning time, in minutes. */
        learningTimeMinImportant: components["schemas"]["ImportantLearningTimeMinutes"];
        /** @description Longest learning time, in minutes. */
        learningTimeMaxImportant: components["schemas"]["ImportantLearningTimeMinutes"];
        /** @description Only learning objects of this publisher. */
        publisher: string;
        /** @description Only learning objects that are free (`true`), or only those that cost something (`false`). */
        freeImportant: components["schemas"]["ImportantFree"];
        /** @description A place: a town or a postal address. Together with `distanceMax` it leaves only learning objects nearby. */
        address: string;
        /** @description Longest distance from `address`, in kilometres. Learning objects that take place nowhere never pass. */
        distanceMaxImportant: components["schemas"]["ImportantDistance"];
        /**
         * @description ROME code of a job.
         * @example H2605
         */
        rome: components["schemas"]["RomeCode"];
        /** @description Kind of learning object. `GET /type` says what each kind covers. */
        type: components["schemas"]["LearningObjectType"];
        /** @description What a learner should get out of it: discover a subject, understand its theory, do it in practice, or earn a degree. */
        bloom: components["schemas"]["Bloom"];
        /** @description How narrowly to search: `strict` finds fewer and more relevant learning objects, `extended2` finds more, some of them off the mark. */
        codeModel: components["schemas"]["CodeSearchModel"];
        /**
         * @description Formacode® of a training domain.
         * @example 15012
         */
        formacode: components["schemas"]["Formacode"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description Id of this request. On a search it is the `request.id` of the body. Quote it when you report a problem.
         * @example 7f0f3a52-5d0c-4f3e-9a51-2b8f4a1f6c11
         */
        "X-Request-Id": string;
        /**
         * @description Lets a page of any origin read this response (CORS).
         * @example *
         */
        "Access-Control-Allow-Origin": string;
        /**
         * @description The headers of this response that a page of another origin may read (CORS), separated by commas.
         * @example X-Request-Id, RateLimit-Policy, RateLimit, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After
         */
        "Access-Control-Expose-Headers": string;
        /**
         * @description The methods that this path has, separated by commas.
         * @example GET, HEAD, OPTIONS
         */
        Allow: string;
        /** @description Seconds to wait before the next try, rounded up, at least 1. */
        "Retry-After": number;
        /**
         * @description What your plan allows, as the IETF draft on RateLimit fields writes it: `rate` is the request speed, `quota` the limit; each with its calls (`q`) and its window in seconds (`w`). A month is written as 30 days; `X-RateLimit-Reset` has its real end.
         * @example "rate";q=10;w=1, "quota";q=500;w=2592000
         */
        "RateLimit-Policy": string;
        /** @description What is left of the request speed (`rate`) and the limit (`quota`) of your plan: calls (`r`), and the seconds until calls come back (`t`). */
        RateLimit: string;
        /**
         * @description The limit of your plan: calls per calendar month (UTC), per calendar day with the demo key.
         * @example 500
         */
        "X-RateLimit-Limit": number;
        /** @description Calls that are left of the limit in this month, or in this day with the demo key. */
        "X-RateLimit-Remaining": number;
        /**
         * @description When the month (or the day) ends and the limit is fresh again, in seconds since 1970-01-01T00:00:00Z.
         * @example 1798761600
         */
        "X-RateLimit-Reset": number;
        /**
         * @description The header that has to carry the API key.
         * @example ApiKey realm="Inokufu API Cloud", in="header", name="x-api-key"
         */
        "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Providers"];
            400: components["responses"]["BadUrl"];
            406: components["responses"]["NotAcceptableKeyless"];
            414: components["responses"]["UriTooLong"];
            500: components["responses"]["InternalServerErrorKeyless"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Types"];
            400: components["responses"]["BadUrl"];
            406: components["responses"]["NotAcceptableKeyless"];
            414: components["responses"]["UriTooLong"];
            500: components["responses"]["InternalServerErrorKeyless"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listLangs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Langs"];
            400: components["responses"]["BadUrl"];
            406: components["responses"]["NotAcceptableKeyless"];
            414: components["responses"]["UriTooLong"];
            500: components["responses"]["InternalServerErrorKeyless"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBlooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Blooms"];
            400: components["responses"]["BadUrl"];
            406: components["responses"]["NotAcceptableKeyless"];
            414: components["responses"]["UriTooLong"];
            500: components["responses"]["InternalServerErrorKeyless"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    search: {
        parameters: {
            query: {
                /**
                 * @description Words of a skill, a competency or a job. Letter case and accents make no difference, and a word also finds its plural. Small words (`the`, `le la les`) and signs are left out; keywords of nothing else count as absent.
                 * @example programming
                 */
                keywords?: components["parameters"]["keywords"];
                /**
                 * @description Language of the learning objects.
                 * @example en
                 */
                lang: components["parameters"]["lang"];
                /**
                 * @description Kind of learning object. `GET /type` says what each kind covers.
                 * @example mooc
                 */
                type: components["parameters"]["typeRequired"];
                /**
                 * @description What a learner should get out of it: discover a subject, understand its theory, do it in practice, or earn a degree.
                 * @example understand
                 */
                bloom: components["parameters"]["bloomRequired"];
                /**
                 * @description How narrowly to search: `strict` finds fewer and more relevant learning objects, `extended` finds more, some of them off the mark.
                 * @example strict
                 */
                model: components["parameters"]["modelRequired"];
                /**
                 * @description Learning objects per page.
                 * @example 2
                 */
                max: components["parameters"]["maxRequired"];
                /** @description Number of the page of results. The first page is 0. */
                page: components["parameters"]["page"];
                /** @description Order of the results: the most relevant first (`best`), the most popular first (`popularity`), or shuffled (`random`). */
                sort: components["parameters"]["sort"];
                /** @description Only learning objects of this provider: its `id` from `GET /provider`, or its name in any letter case. */
                provider?: components["parameters"]["provider"];
                /** @description Lowest popularity note. 0.5 and more is very good, 0.8 and more stunning, 0.9 and more among the best. */
                noteMin?: components["parameters"]["noteMin"];
                /** @description Only learning objects whose audience reaches at least this age. */
                ageMin?: components["parameters"]["ageMin"];
                /** @description Only learning objects whose audience is at most this old. */
                ageMax?: components["parameters"]["ageMax"];
                /** @description Lowest level, from -1 (beginner) to 1 (advanced). */
                levelMin?: components["parameters"]["levelMin"];
                /** @description Highest level, from -1 (beginner) to 1 (advanced). */
                levelMax?: components["parameters"]["levelMax"];
                /** @description Shortest learning time, in minutes. */
                learningTimeMin?: components["parameters"]["learningTimeMin"];
                /** @description Longest learning time, in minutes. */
                learningTimeMax?: components["parameters"]["learningTimeMax"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SearchPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    searchByProvider: {
        parameters: {
            query: {
                /**
                 * @description Provider whose learning objects are searched: its `id` from `GET /provider`, or its name in any letter case.
                 * @example coursera
                 */
                provider: components["parameters"]["providerRequired"];
                /**
                 * @description Language of the learning objects.
                 * @example en
                 */
                lang: components["parameters"]["langImportant"];
                /**
                 * @description Words of a skill, a competency or a job. Letter case and accents make no difference, and a word also finds its plural. Small words (`the`, `le la les`) and signs are left out; keywords of nothing else count as absent.
                 * @example programming
                 */
                keywords?: components["parameters"]["keywords"];
                /** @description Kind of learning object. `GET /type` says what each kind covers. */
                type?: components["parameters"]["typeImportant"];
                /** @description What a learner should get out of it: discover a subject, understand its theory, do it in practice, or earn a degree. */
                bloom?: components["parameters"]["bloomImportant"];
                /** @description How narrowly to search: `strict` finds fewer and more relevant learning objects, `extended` finds more, some of them off the mark. */
                model: components["parameters"]["model"];
                /** @description What happens when nothing fits everything that was asked for: `strict` finds nothing, `best-effort` gives up filters until something is found and says so with `B00`. The provider and the language are never given up. */
                match: components["parameters"]["match"];
                /**
                 * @description Learning objects per page.
                 * @example 2
                 */
                max: components["parameters"]["max"];
                /** @description Number of the page of results. The first page is 0. */
                page: components["parameters"]["page"];
                /** @description Order of the results: the most relevant first (`best`), the most popular first (`popularity`), or shuffled (`random`). */
                sort: components["parameters"]["sortByPopularity"];
                /** @description Lowest popularity note. 0.5 and more is very good, 0.8 and more stunning, 0.9 and more among the best. */
                popularityMin?: components["parameters"]["popularityMinImportant"];
                /** @description Another name for `popularityMin`. */
                noteMin?: components["parameters"]["noteMinImportant"];
                /** @description Only learning objects whose audience reaches at least this age. */
                ageMin?: components["parameters"]["ageMinImportant"];
                /** @description Only learning objects whose audience is at most this old. */
                ageMax?: components["parameters"]["ageMaxImportant"];
                /** @description Lowest level, from -1 (beginner) to 1 (advanced). */
                levelMin?: components["parameters"]["levelMinImportant"];
                /** @description Highest level, from -1 (beginner) to 1 (advanced). */
                levelMax?: components["parameters"]["levelMaxImportant"];
                /** @description Shortest learning time, in minutes. */
                learningTimeMin?: components["parameters"]["learningTimeMinImportant"];
                /** @description Longest learning time, in minutes. */
                learningTimeMax?: components["parameters"]["learningTimeMaxImportant"];
                /** @description Only learning objects of this publisher. */
                publisher?: components["parameters"]["publisher"];
                /** @description Only learning objects that are free (`true`), or only those that cost something (`false`). */
                free?: components["parameters"]["freeImportant"];
                /** @description A place: a town or a postal address. Together with `distanceMax` it leaves only learning objects nearby. */
                address?: components["parameters"]["address"];
                /** @description Longest distance from `address`, in kilometres. Learning objects that take place nowhere never pass. */
                distanceMax?: components["parameters"]["distanceMaxImportant"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ProviderSearchPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    searchByRome: {
        parameters: {
            query: {
                /**
                 * @description ROME code of a job.
                 * @example H2605
                 */
                rome: components["parameters"]["rome"];
                /**
                 * @description Language of the learning objects.
                 * @example en
                 */
                lang: components["parameters"]["lang"];
                /**
                 * @description Learning objects per page.
                 * @example 2
                 */
                max: components["parameters"]["maxRequired"];
                /** @description Kind of learning object. `GET /type` says what each kind covers. */
                type?: components["parameters"]["type"];
                /** @description What a learner should get out of it: discover a subject, understand its theory, do it in practice, or earn a degree. */
                bloom?: components["parameters"]["bloom"];
                /** @description How narrowly to search: `strict` finds fewer and more relevant learning objects, `extended2` finds more, some of them off the mark. */
                model: components["parameters"]["codeModel"];
                /** @description Order of the results: the most relevant first (`best`), the most popular first (`popularity`), or shuffled (`random`). */
                sort: components["parameters"]["sort"];
                /** @description Number of the page of results. The first page is 0. */
                page: components["parameters"]["page"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RomeSearchPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    searchByFormacode: {
        parameters: {
            query: {
                /**
                 * @description Formacode® of a training domain.
                 * @example 15012
                 */
                formacode: components["parameters"]["formacode"];
                /**
                 * @description Language of the learning objects.
                 * @example en
                 */
                lang: components["parameters"]["lang"];
                /**
                 * @description Learning objects per page.
                 * @example 2
                 */
                max: components["parameters"]["maxRequired"];
                /** @description Kind of learning object. `GET /type` says what each kind covers. */
                type?: components["parameters"]["type"];
                /** @description What a learner should get out of it: discover a subject, understand its theory, do it in practice, or earn a degree. */
                bloom?: components["parameters"]["bloom"];
                /** @description How narrowly to search: `strict` finds fewer and more relevant learning objects, `extended2` finds more, some of them off the mark. */
                model: components["parameters"]["codeModel"];
                /** @description Order of the results: the most relevant first (`best`), the most popular first (`popularity`), or shuffled (`random`). */
                sort: components["parameters"]["sort"];
                /** @description Number of the page of results. The first page is 0. */
                page: components["parameters"]["page"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FormacodeSearchPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["UriTooLong"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    sendFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The feedback. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Feedback"];
            };
        };
        responses: {
            201: components["responses"]["FeedbackReceived"];
            400: components["responses"]["BadBody"];
            401: components["responses"]["Unauthorized"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["UriTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
