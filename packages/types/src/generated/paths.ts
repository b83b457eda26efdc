// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

export interface paths {
    "/flex/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all spaces
         * @description Returns every space of the account with its fields, not the items in it. Responds with 403 to an invalid key. It only reads, so it is safe to retry.
         */
        get: operations["listSpaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/flex/spaces/{spaceId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `id` of a space, as `listSpaces` returns it.
                 * @example space-customers
                 */
                spaceId: components["parameters"]["spaceId"];
            };
            cookie?: never;
        };
        /**
         * List the items of a space
         * @description Returns every item of one space in a single response; it does not page. Responds with 403 to an invalid key, and with 404 to an unknown space. It only reads, so it is safe to retry.
         */
        get: operations["listItems"];
        put?: never;
        /**
         * Create an item in a space
         * @description Returns the item with the ID it was given. Responds with 403 to an invalid key, and with 422 to missing or invalid data. A second call creates a second item, so do not retry it unless the first one is known to have failed.
         */
        post: operations["createItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/flex/spaces/{spaceId}/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `id` of a space, as `listSpaces` returns it.
                 * @example space-customers
                 */
                spaceId: components["parameters"]["spaceId"];
                /**
                 * @description The `id` of an item in that space, not its `uid` or `uuid`.
                 * @example item-1042
                 */
                itemId: components["parameters"]["itemId"];
            };
            cookie?: never;
        };
        /**
         * Get an item
         * @description Returns one item of a space. Responds with 403 to an invalid key, and with 404 to an unknown space or item. It only reads, so it is safe to retry.
         */
        get: operations["getItem"];
        /**
         * Update an item
         * @description Sets the primary field and returns the item as it is afterwards. Responds with 403 to an invalid key, with 404 to an unknown space or item, and with 400 or 422 to missing or invalid data. It is safe to retry, since a second call sets the same value.
         */
        put: operations["updateItem"];
        post?: never;
        /**
         * Delete an item
         * @description Deletes one item of a space and returns nothing. Responds with 403 to an invalid key, and with 404 to an unknown space or item. It is safe to retry: a second call gets a 404 if the first one succeeded.
         */
        delete: operations["deleteItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all leads
         * @description Returns every lead of the account in a single response, which can be large: it takes no filter and does not page. Responds with 401, not 403, to an invalid key. It only reads, so it is safe to retry.
         */
        get: operations["listLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List chats
         * @description Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: it writes nothing, so it is safe to retry. Messages come only with `showMessages`. Responds with 403 to an invalid key.
         */
        post: operations["listChats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statistics/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get chat statistics
         * @description Returns the figures of a time range, or of all time when none is given. With `metrics` only the named ones are present. Responds with 403 to an invalid key, and with 400 to invalid parameters. It only reads, so it is safe to retry.
         */
        get: operations["getChatStatistics"];
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
        /** @description A table that the account has defined. Its items are read with `listItems`. */
        Space: {
            /**
             * @description The ID that item operations take as `spaceId`.
             * @example space-customers
             */
            id: string;
            /**
             * @description The name people see.
             * @example Customers
             */
            name?: string;
            /** @description The columns of the space. */
            fields?: components["schemas"]["SpaceField"][];
        };
        /** @description A column of a space. */
        SpaceField: {
            /**
             * @description The ID of the field.
             * @example field-7
             */
            id: string;
            /**
             * @description The name programs use; `name` is the one people see.
             * @example customer_tier
             */
            machine: string;
            /**
             * @description The name people see.
             * @example Customer tier
             */
            name: string;
            /**
             * @description The kind of value the field holds. The set of kinds is not documented.
             * @example select
             */
            type: string;
            /** @description The values to choose from, for fields that offer a choice. */
            options?: components["schemas"]["FieldOption"][];
        };
        /** @description One of the values that a field offers. */
        FieldOption: {
            /**
             * @description The name programs use; `label` is the one people see.
             * @example gold
             */
            machine: string;
            /**
             * @description The text people see.
             * @example Gold
             */
            label?: string;
            /**
             * @description The value stored when this option is chosen.
             * @example gold
             */
            value?: string;
        };
        /** @description A row of a space. */
        Item: {
            /**
             * @description The ID that item operations take as `itemId`.
             * @example item-1042
             */
            id: string;
            /**
             * @description The item's title, and the only field documented as input.
             * @example Harbour Dental
             */
            primary_field?: string;
            /**
             * @description The `id` of the space that holds the item.
             * @example space-customers
             */
            space_id?: string;
            /**
             * Format: date-time
             * @description When the item was created, in ISO 8601.
             * @example 2024-08-30T05:48:46.195Z
             */
            created?: string;
            /**
             * Format: date-time
             * @description When the item was last changed, in ISO 8601.
             * @example 2024-09-02T11:20:03.512Z
             */
            updated?: string;
            /**
             * @description Who last changed the item.
             * @example user-58
             */
            last_updater?: string;
            /**
             * @description The ID of a user. It does not identify the item.
             * @example user-58
             */
            uid?: string;
            /**
             * @description A second identifier of the item. Operations take `id` instead.
             * @example 0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11
             */
            uuid?: string;
            /**
             * @description The ID of the account the item belongs to.
             * @example client-12
             */
            clientId?: string;
        };
        /** @description What a caller sets on an item. */
        ItemInput: {
            /**
             * @description The item's title.
             * @example Harbour Dental
             */
            primary_field: string;
        };
        /** @description A visitor who left details. It holds personal data. */
        Lead: {
            /**
             * @description The ID of the lead.
             * @example lead-3301
             */
            id: string;
            /**
             * @description The full name.
             * @example Jane Doe
             */
            name?: string;
            /**
             * @description The first name.
             * @example Jane
             */
            first_name?: string;
            /**
             * @description The last name.
             * @example Doe
             */
            last_name?: string;
            /**
             * @description The email address, as the visitor typed it.
             * @example jane.doe@example.com
             */
            email?: string;
            /**
             * @description The phone number, as the visitor typed it.
             * @example +12025550147
             */
            phone?: string;
            /**
             * @description The visitor's language.
             * @example en
             */
            language?: string;
            /**
             * Format: date-time
             * @description When the lead was created, in ISO 8601.
             * @example 2024-08-30T05:48:46.202Z
             */
            created?: string;
            /**
             * Format: date-time
             * @description When the lead was last changed, in ISO 8601.
             * @example 2024-08-30T05:53:10.004Z
             */
            updated?: string;
            /**
             * Format: date-time
             * @description When the lead was captured, in ISO 8601. The `timestamp` of a message is in epoch seconds.
             * @example 2024-08-30T05:48:46.202Z
             */
            timestamp?: string;
            /** @description The messages exchanged with the visitor. */
            history?: components["schemas"]["Message"][];
            /**
             * @description The ID of the tool that captured the lead.
             * @example tool-9
             */
            tid?: string;
            /**
             * @description The name of the tool that captured the lead.
             * @example Booking form
             */
            tool_name?: string;
            /** @description Every tool the visitor used. */
            tools?: components["schemas"]["LeadTool"][];
            /**
             * @description The length of the visit. The unit is not documented; seconds are assumed.
             * @example 264
             */
            duration?: number;
            /**
             * @description How many pages the visitor opened.
             * @example 4
             */
            pageviews?: number;
            /** @description The pages the visitor opened. */
            pages?: components["schemas"]["LeadPage"][];
            /**
             * @description The page the lead came from.
             * @example Contact
             */
            page?: string;
            /**
             * @description The address of the page the lead came from.
             * @example https://www.example.com/contact
             */
            page_url?: string;
            /**
             * @description The site the lead came from.
             * @example www.example.com
             */
            site?: string;
            /**
             * @description The channel the lead came through.
             * @example website
             */
            source?: string;
            /**
             * @description Where the visitor came from before the site.
             * @example search
             */
            referrer?: string;
            /**
             * @description The address the visitor came from before the site.
             * @example https://search.example.org/
             */
            referrer_url?: string;
            /**
             * @description The visitor's browser.
             * @example Firefox
             */
            browser?: string;
            /**
             * @description The visitor's operating system.
             * @example Windows
             */
            os?: string;
            /**
             * @description Whether the visitor used a mobile device.
             * @example false
             */
            mobile?: boolean;
            /**
             * @description Whether the API has indexed the lead.
             * @example true
             */
            indexed?: boolean;
            /** @description Further data attached to the lead. The keys of its objects are not documented. */
            tokens?: {
                [key: string]: unknown;
            }[];
            /**
             * @description The `id` of the space the lead is filed in.
             * @example space-customers
             */
            space_id?: string;
            /**
             * @description The ID of the visitor. It does not identify the lead.
             * @example user-58
             */
            uid?: string;
            /**
             * @description The ID of the site the lead came from.
             * @example site-3
             */
            sid?: string;
            /**
             * @description An ID whose meaning is not documented. Treat it as opaque.
             * @example p-77
             */
            pid?: string;
        };
        /** @description A form, chat or other tool that a visitor used. */
        LeadTool: {
            /**
             * @description The ID of the tool.
             * @example tool-9
             */
            tid: string;
        };
        /** @description A page that a visitor opened. Nothing identifies it, so no field is certain. */
        LeadPage: {
            /**
             * @description The address of the page.
             * @example https://www.example.com/contact
             */
            website?: string;
            /**
             * @description The address the visitor came from.
             * @example https://www.example.com/pricing
             */
            referrer?: string;
            /**
             * @description The time spent on the page. The unit is not documented; seconds are assumed.
             * @example 48
             */
            duration?: number;
        };
        /** @description A message in the history of a lead or a chat. */
        Message: {
            /**
             * @description The ID of the message.
             * @example msg-1
             */
            id: string;
            /**
             * @description The text of the message.
             * @example Hello, how can I help you?
             */
            message?: string;
            /**
             * @description The kind of message, such as `text`. The set of kinds is not documented.
             * @example text
             */
            type?: string;
            /**
             * @description When the message was sent, in epoch seconds. Multiply by 1000 for a JavaScript `Date`.
             * @example 1672531250
             */
            timestamp?: number;
        };
        /** @description A conversation with a visitor. Every time in it is in epoch seconds. It holds personal data. */
        Chat: {
            /**
             * @description The ID of the chat.
             * @example chat-2290
             */
            cid: string;
            /** @description The messages, present only when the query sets `showMessages`. */
            history?: components["schemas"]["Message"][];
            /**
             * @description The text of the last message.
             * @example Thank you for your help!
             */
            lastMessage?: string;
            /**
             * @description When the last message was sent, in epoch seconds. `startTime` and `endTime` of a query apply to it.
             * @example 1672531350
             */
            lastMessageTime?: number;
            /**
             * @description Who sent the last message, such as `agent`. The set of senders is not documented.
             * @example agent
             */
            lastSender?: string;
            /**
             * @description The kind of the last message, such as `text`.
             * @example text
             */
            msgType?: string;
            /**
             * @description The average time between messages. The unit is not documented; seconds are assumed.
             * @example 30
             */
            avgBetweenMsg?: number;
            /**
             * @description When the chat last changed, in epoch seconds.
             * @example 1672531400
             */
            changed?: number;
            /**
             * @description 1 when an agent chatted live, else 0.
             * @example 1
             */
            livechat?: number;
            /**
             * @description When the live chat started, in epoch seconds.
             * @example 1672531200
             */
            livechatStarted?: number;
            /**
             * @description When the last message of the live chat was sent, in epoch seconds.
             * @example 1672531300
             */
            lastLiveMsg?: number;
            /**
             * @description The ID of the agent.
             * @example agent-5
             */
            agentId?: string;
            /**
             * @description The name of the agent.
             * @example Noor Haddad
             */
            agentName?: string;
            /**
             * @description The email address of the agent. It can be empty.
             * @example noor.haddad@example.com
             */
            agentEmail?: string;
            /**
             * @description When the agent joined, in epoch seconds.
             * @example 1672531200
             */
            agentJoinedTime?: number;
            /**
             * @description The team that took the chat.
             * @example Support
             */
            team?: string;
            /**
             * @description Where the lead from this chat was sent. It can be empty.
             * @example sales@example.com
             */
            leadSentTo?: string;
            /**
             * @description The ID of the visitor. `uid` in a query filters by it.
             * @example user-58
             */
            uid?: string;
            /**
             * @description The visitor's full name.
             * @example Jane Doe
             */
            name?: string;
            /**
             * @description The visitor's first name.
             * @example Jane
             */
            first_name?: string;
            /**
             * @description The visitor's last name.
             * @example Doe
             */
            last_name?: string;
            /**
             * @description The visitor's phone number.
             * @example +12025550147
             */
            phone?: string;
            /**
             * @description The visitor's business phone number.
             * @example +12025550163
             */
            business_phone?: string;
            /**
             * @description A registration number.
             * @example ABC123
             */
            regNo?: string;
            /**
             * @description The channel the chat came through. `chatsBySource` in the statistics counts by it.
             * @example website
             */
            source?: string;
            /**
             * @description The ID of the site.
             * @example site-3
             */
            sid?: string;
            /**
             * @description The name of the site.
             * @example Example Site
             */
            sitename?: string;
            /**
             * @description The path of the page on which the chat began.
             * @example /support/chat
             */
            url?: string;
            /**
             * @description The whole address of the page on which the chat began. It can be empty.
             * @example https://www.example.com/support/chat
             */
            fullUrl?: string;
            /**
             * @description The ID of the visitor's session.
             * @example session-812
             */
            session?: string;
        };
        /** @description Filters for `listChats`. All of them are optional; a chat must match every one that is set. */
        ChatQuery: {
            /**
             * Format: date-time
             * @description Keeps chats whose last message is not older than this, in ISO 8601.
             * @example 2024-08-01T00:00:00.000Z
             */
            startTime?: string;
            /**
             * Format: date-time
             * @description Keeps chats whose last message is not newer than this, in ISO 8601.
             * @example 2024-08-31T23:59:59.999Z
             */
            endTime?: string;
            /**
             * @description Keeps the chats of one visitor.
             * @example user-58
             */
            uid?: string;
            /**
             * @description The largest number of chats to return. The newest are kept.
             * @example 10
             */
            limit?: number;
            /**
             * @description Whether each chat comes with its messages in `history`. Without it they are left out.
             * @example true
             */
            showMessages?: boolean;
            /**
             * @description When true, keeps only chats with chatbot interactions. False filters nothing.
             * @example true
             */
            chatbot?: boolean;
        };
        /** @description Figures about the chats of a time range. Only the requested metrics are present. */
        ChatStatistics: {
            /**
             * @description How many chats there were.
             * @example 150
             */
            totalChats?: number;
            /**
             * @description The average time to a response, in seconds.
             * @example 45
             */
            averageResponseTime?: number;
            /**
             * @description The satisfaction score, out of 5.
             * @example 4.5
             */
            satisfactionScore?: number;
            /** @description The figures of each agent. */
            chatsByAgent?: components["schemas"]["AgentStatistics"][];
            /**
             * @description How many chats came through each channel, keyed by the `source` of a chat.
             * @example {
             *       "website": 120,
             *       "mobile": 30
             *     }
             */
            chatsBySource?: {
                [key: string]: number;
            };
            /**
             * @description How many chats lasted how long, keyed by a range of minutes in words.
             * @example {
             *       "0-5 minutes": 60,
             *       "5-10 minutes": 40,
             *       "10+ minutes": 50
             *     }
             */
            chatDurations?: {
                [key: string]: number;
            };
        };
        /** @description The chat figures of one agent. */
        AgentStatistics: {
            /**
             * @description The ID of the agent.
             * @example agent-5
             */
            agentId: string;
            /**
             * @description The name of the agent.
             * @example Noor Haddad
             */
            agentName?: string;
            /**
             * @description How many chats the agent had.
             * @example 50
             */
            totalChats?: number;
            /**
             * @description The agent's average time to a response, in seconds.
             * @example 30
             */
            averageResponseTime?: number;
        };
        /** @description The body of an error. Its form is not documented, so read the status first and expect any field. */
        Problem: {
            /**
             * @description What went wrong, for people. Do not branch on its wording.
             * @example The API key is invalid.
             */
            message?: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The request has invalid parameters or lacks required data. Correct it before sending it again. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "startTime must be an ISO 8601 date-time."
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The `sf-api-key` is missing or invalid. Only `GET /leads` uses this status for it. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "The API key is invalid."
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The `sf-api-key` is missing or invalid. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "The API key is invalid."
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description No space or item has the given ID. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "No item item-1042 in space space-customers."
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The body lacks required data or holds invalid data. Correct it before sending it again. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "message": "primary_field is required."
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The `id` of a space, as `listSpaces` returns it.
         * @example space-customers
         */
        spaceId: string;
        /**
         * @description The `id` of an item in that space, not its `uid` or `uuid`.
         * @example item-1042
         */
        itemId: string;
        /**
         * @description Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.
         * @example 2024-08-01T00:00:00.000Z
         */
        startTime: string;
        /**
         * @description End of the time range, included, in ISO 8601. Without it the range reaches to the present.
         * @example 2024-08-31T23:59:59.999Z
         */
        endTime: string;
        /**
         * @description The metrics to include, by their field names, such as `totalChats`. Without it all of them are returned. In a query, each has its own `metrics=`. Responds with 400 to an unknown name.
         * @example [
         *       "totalChats",
         *       "averageResponseTime"
         *     ]
         */
        metrics: string[];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSpaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All spaces of the account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "space-customers",
                     *         "name": "Customers",
                     *         "fields": [
                     *           {
                     *             "id": "field-1",
                     *             "machine": "company_name",
                     *             "name": "Company name",
                     *             "type": "text"
                     *           },
                     *           {
                     *             "id": "field-7",
                     *             "machine": "customer_tier",
                     *             "name": "Customer tier",
                     *             "type": "select",
                     *             "options": [
                     *               {
                     *                 "machine": "gold",
                     *                 "label": "Gold",
                     *                 "value": "gold"
                     *               },
                     *               {
                     *                 "machine": "silver",
                     *                 "label": "Silver",
                     *                 "value": "silver"
                     *               }
                     *             ]
                     *           }
                     *         ]
                     *       },
                     *       {
                     *         "id": "space-suppliers",
                     *         "name": "Suppliers",
                     *         "fields": []
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Space"][];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    listItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `id` of a space, as `listSpaces` returns it.
                 * @example space-customers
                 */
                spaceId: components["parameters"]["spaceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All items of the space. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "item-1042",
                     *         "primary_field": "Harbour Dental",
                     *         "space_id": "space-customers",
                     *         "created": "2024-08-30T05:48:46.195Z",
                     *         "updated": "2024-09-02T11:20:03.512Z",
                     *         "last_updater": "user-58",
                     *         "uid": "user-58",
                     *         "uuid": "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11",
                     *         "clientId": "client-12"
                     *       },
                     *       {
                     *         "id": "item-1043",
                     *         "primary_field": "Birch Street Bakery",
                     *         "space_id": "space-customers",
                     *         "created": "2024-09-01T08:02:11.730Z",
                     *         "updated": "2024-09-01T08:02:11.730Z",
                     *         "last_updater": "user-61",
                     *         "uid": "user-61",
                     *         "uuid": "6f0c2f0a-2b41-4b7f-8a35-7c9de1f4a902",
                     *         "clientId": "client-12"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Item"][];
                };
            };
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    createItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `id` of a space, as `listSpaces` returns it.
                 * @example space-customers
                 */
                spaceId: components["parameters"]["spaceId"];
            };
            cookie?: never;
        };
        /** @description The item to create. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "primary_field": "Harbour Dental"
                 *     }
                 */
                "application/json": components["schemas"]["ItemInput"];
            };
        };
        responses: {
            /** @description The created item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "item-1042",
                     *       "primary_field": "Harbour Dental",
                     *       "space_id": "space-customers",
                     *       "created": "2024-08-30T05:48:46.195Z",
                     *       "updated": "2024-08-30T05:48:46.195Z",
                     *       "last_updater": "user-58",
                     *       "uid": "user-58",
                     *       "uuid": "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11",
                     *       "clientId": "client-12"
                     *     }
                     */
                    "application/json": components["schemas"]["Item"];
                };
            };
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `id` of a space, as `listSpaces` returns it.
                 * @example space-customers
                 */
                spaceId: components["parameters"]["spaceId"];
                /**
                 * @description The `id` of an item in that space, not its `uid` or `uuid`.
                 * @example item-1042
                 */
                itemId: components["parameters"]["itemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "item-1042",
                     *       "primary_field": "Harbour Dental",
                     *       "space_id": "space-customers",
                     *       "created": "2024-08-30T05:48:46.195Z",
                     *       "updated": "2024-09-02T11:20:03.512Z",
                     *       "last_updater": "user-58",
                     *       "uid": "user-58",
                     *       "uuid": "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11",
                     *       "clientId": "client-12"
                     *     }
                     */
                    "application/json": components["schemas"]["Item"];
                };
            };
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    updateItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `id` of a space, as `listSpaces` returns it.
                 * @example space-customers
                 */
                spaceId: components["parameters"]["spaceId"];
                /**
                 * @description The `id` of an item in that space, not its `uid` or `uuid`.
                 * @example item-1042
                 */
                itemId: components["parameters"]["itemId"];
            };
            cookie?: never;
        };
        /** @description What to set on the item. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "primary_field": "Harbour Dental Clinic"
                 *     }
                 */
                "application/json": components["schemas"]["ItemInput"];
            };
        };
        responses: {
            /** @description The updated item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "item-1042",
                     *       "primary_field": "Harbour Dental Clinic",
                     *       "space_id": "space-customers",
                     *       "created": "2024-08-30T05:48:46.195Z",
                     *       "updated": "2024-09-05T14:37:29.040Z",
                     *       "last_updater": "user-58",
                     *       "uid": "user-58",
                     *       "uuid": "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11",
                     *       "clientId": "client-12"
                     *     }
                     */
                    "application/json": components["schemas"]["Item"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
        };
    };
    deleteItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `id` of a space, as `listSpaces` returns it.
                 * @example space-customers
                 */
                spaceId: components["parameters"]["spaceId"];
                /**
                 * @description The `id` of an item in that space, not its `uid` or `uuid`.
                 * @example item-1042
                 */
                itemId: components["parameters"]["itemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item is deleted. No body is documented. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    listLeads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All leads of the account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": "lead-3301",
                     *         "name": "Jane Doe",
                     *         "first_name": "Jane",
                     *         "last_name": "Doe",
                     *         "email": "jane.doe@example.com",
                     *         "phone": "+12025550147",
                     *         "language": "en",
                     *         "created": "2024-08-30T05:48:46.202Z",
                     *         "updated": "2024-08-30T05:53:10.004Z",
                     *         "timestamp": "2024-08-30T05:48:46.202Z",
                     *         "history": [
                     *           {
                     *             "id": "msg-1",
                     *             "message": "Hello, how can I help you?",
                     *             "type": "text",
                     *             "timestamp": 1724996926
                     *           },
                     *           {
                     *             "id": "msg-2",
                     *             "message": "I would like to book a check-up.",
                     *             "type": "text",
                     *             "timestamp": 1724996951
                     *           }
                     *         ],
                     *         "tid": "tool-9",
                     *         "tool_name": "Booking form",
                     *         "tools": [
                     *           {
                     *             "tid": "tool-9"
                     *           },
                     *           {
                     *             "tid": "tool-2"
                     *           }
                     *         ],
                     *         "duration": 264,
                     *         "pageviews": 2,
                     *         "pages": [
                     *           {
                     *             "website": "https://www.example.com/pricing",
                     *             "referrer": "https://search.example.org/",
                     *             "duration": 216
                     *           },
                     *           {
                     *             "website": "https://www.example.com/contact",
                     *             "referrer": "https://www.example.com/pricing",
                     *             "duration": 48
                     *           }
                     *         ],
                     *         "page": "Contact",
                     *         "page_url": "https://www.example.com/contact",
                     *         "site": "www.example.com",
                     *         "source": "website",
                     *         "referrer": "search",
                     *         "referrer_url": "https://search.example.org/",
                     *         "browser": "Firefox",
                     *         "os": "Windows",
                     *         "mobile": false,
                     *         "indexed": true,
                     *         "tokens": [
                     *           {
                     *             "campaign": "autumn"
                     *           }
                     *         ],
                     *         "space_id": "space-customers",
                     *         "uid": "user-58",
                     *         "sid": "site-3",
                     *         "pid": "p-77"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Lead"][];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    listChats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The filters. Send `{}` for none. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startTime": "2023-01-01T00:00:00.000Z",
                 *       "endTime": "2023-01-31T23:59:59.999Z",
                 *       "uid": "user-58",
                 *       "limit": 10,
                 *       "showMessages": true,
                 *       "chatbot": true
                 *     }
                 */
                "application/json": components["schemas"]["ChatQuery"];
            };
        };
        responses: {
            /** @description The chats that pass the filters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "cid": "chat-2290",
                     *         "history": [
                     *           {
                     *             "id": "msg-1",
                     *             "message": "Hello, how can I help you?",
                     *             "type": "text",
                     *             "timestamp": 1672531250
                     *           },
                     *           {
                     *             "id": "msg-2",
                     *             "message": "I have a question about my booking.",
                     *             "type": "text",
                     *             "timestamp": 1672531280
                     *           },
                     *           {
                     *             "id": "msg-3",
                     *             "message": "You are booked for Tuesday at nine.",
                     *             "type": "text",
                     *             "timestamp": 1672531350
                     *           }
                     *         ],
                     *         "lastMessage": "You are booked for Tuesday at nine.",
                     *         "lastMessageTime": 1672531350,
                     *         "lastSender": "agent",
                     *         "msgType": "text",
                     *         "avgBetweenMsg": 50,
                     *         "changed": 1672531400,
                     *         "livechat": 1,
                     *         "livechatStarted": 1672531200,
                     *         "lastLiveMsg": 1672531350,
                     *         "agentId": "agent-5",
                     *         "agentName": "Noor Haddad",
                     *         "agentEmail": "noor.haddad@example.com",
                     *         "agentJoinedTime": 1672531200,
                     *         "team": "Support",
                     *         "leadSentTo": "sales@example.com",
                     *         "uid": "user-58",
                     *         "name": "Jane Doe",
                     *         "first_name": "Jane",
                     *         "last_name": "Doe",
                     *         "phone": "+12025550147",
                     *         "business_phone": "+12025550163",
                     *         "regNo": "ABC123",
                     *         "source": "website",
                     *         "sid": "site-3",
                     *         "sitename": "Example Site",
                     *         "url": "/support/chat",
                     *         "fullUrl": "https://www.example.com/support/chat",
                     *         "session": "session-812"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Chat"][];
                };
            };
            403: components["responses"]["Forbidden"];
        };
    };
    getChatStatistics: {
        parameters: {
            query?: {
                /**
                 * @description Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.
                 * @example 2024-08-01T00:00:00.000Z
                 */
                startTime?: components["parameters"]["startTime"];
                /**
                 * @description End of the time range, included, in ISO 8601. Without it the range reaches to the present.
                 * @example 2024-08-31T23:59:59.999Z
                 */
                endTime?: components["parameters"]["endTime"];
                /**
                 * @description The metrics to include, by their field names, such as `totalChats`. Without it all of them are returned. In a query, each has its own `metrics=`. Responds with 400 to an unknown name.
                 * @example [
                 *       "totalChats",
                 *       "averageResponseTime"
                 *     ]
                 */
                metrics?: components["parameters"]["metrics"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requested figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "totalChats": 150,
                     *       "averageResponseTime": 45,
                     *       "satisfactionScore": 4.5,
                     *       "chatsByAgent": [
                     *         {
                     *           "agentId": "agent-5",
                     *           "agentName": "Noor Haddad",
                     *           "totalChats": 50,
                     *           "averageResponseTime": 35
                     *         },
                     *         {
                     *           "agentId": "agent-8",
                     *           "agentName": "Elias Berg",
                     *           "totalChats": 100,
                     *           "averageResponseTime": 50
                     *         }
                     *       ],
                     *       "chatsBySource": {
                     *         "website": 120,
                     *         "mobile": 30
                     *       },
                     *       "chatDurations": {
                     *         "0-5 minutes": 60,
                     *         "5-10 minutes": 40,
                     *         "10+ minutes": 50
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ChatStatistics"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
        };
    };
}
