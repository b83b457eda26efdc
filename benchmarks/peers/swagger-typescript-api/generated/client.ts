// @ts-nocheck
/* eslint-disable */
/* tslint:disable */
/*
 * ---------------------------------------------------------------
 * ## THIS FILE WAS GENERATED VIA SWAGGER-TYPESCRIPT-API        ##
 * ##                                                           ##
 * ## AUTHOR: acacode                                           ##
 * ## SOURCE: https://github.com/acacode/swagger-typescript-api ##
 * ---------------------------------------------------------------
 */

/** A table that the account has defined. Its items are read with `listItems`. */
export interface Space {
  /**
   * The ID that item operations take as `spaceId`.
   * @example "space-customers"
   */
  id: string;
  /**
   * The name people see.
   * @example "Customers"
   */
  name?: string;
  /** The columns of the space. */
  fields?: SpaceField[];
}

/** A column of a space. */
export interface SpaceField {
  /**
   * The ID of the field.
   * @example "field-7"
   */
  id: string;
  /**
   * The name programs use; `name` is the one people see.
   * @example "customer_tier"
   */
  machine: string;
  /**
   * The name people see.
   * @example "Customer tier"
   */
  name: string;
  /**
   * The kind of value the field holds. The set of kinds is not documented.
   * @example "select"
   */
  type: string;
  /** The values to choose from, for fields that offer a choice. */
  options?: FieldOption[];
}

/** One of the values that a field offers. */
export interface FieldOption {
  /**
   * The name programs use; `label` is the one people see.
   * @example "gold"
   */
  machine: string;
  /**
   * The text people see.
   * @example "Gold"
   */
  label?: string;
  /**
   * The value stored when this option is chosen.
   * @example "gold"
   */
  value?: string;
}

/** A row of a space. */
export interface Item {
  /**
   * The ID that item operations take as `itemId`.
   * @example "item-1042"
   */
  id: string;
  /**
   * The item's title, and the only field documented as input.
   * @example "Harbour Dental"
   */
  primary_field?: string;
  /**
   * The `id` of the space that holds the item.
   * @example "space-customers"
   */
  space_id?: string;
  /**
   * When the item was created, in ISO 8601.
   * @format date-time
   * @example "2024-08-30T05:48:46.195Z"
   */
  created?: string;
  /**
   * When the item was last changed, in ISO 8601.
   * @format date-time
   * @example "2024-09-02T11:20:03.512Z"
   */
  updated?: string;
  /**
   * Who last changed the item.
   * @example "user-58"
   */
  last_updater?: string;
  /**
   * The ID of a user. It does not identify the item.
   * @example "user-58"
   */
  uid?: string;
  /**
   * A second identifier of the item. Operations take `id` instead.
   * @example "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11"
   */
  uuid?: string;
  /**
   * The ID of the account the item belongs to.
   * @example "client-12"
   */
  clientId?: string;
}

/** What a caller sets on an item. */
export interface ItemInput {
  /**
   * The item's title.
   * @example "Harbour Dental"
   */
  primary_field: string;
}

/** A visitor who left details. It holds personal data. */
export interface Lead {
  /**
   * The ID of the lead.
   * @example "lead-3301"
   */
  id: string;
  /**
   * The full name.
   * @example "Jane Doe"
   */
  name?: string;
  /**
   * The first name.
   * @example "Jane"
   */
  first_name?: string;
  /**
   * The last name.
   * @example "Doe"
   */
  last_name?: string;
  /**
   * The email address, as the visitor typed it.
   * @example "jane.doe@example.com"
   */
  email?: string;
  /**
   * The phone number, as the visitor typed it.
   * @example "+12025550147"
   */
  phone?: string;
  /**
   * The visitor's language.
   * @example "en"
   */
  language?: string;
  /**
   * When the lead was created, in ISO 8601.
   * @format date-time
   * @example "2024-08-30T05:48:46.202Z"
   */
  created?: string;
  /**
   * When the lead was last changed, in ISO 8601.
   * @format date-time
   * @example "2024-08-30T05:53:10.004Z"
   */
  updated?: string;
  /**
   * When the lead was captured, in ISO 8601. The `timestamp` of a message is in epoch seconds.
   * @format date-time
   * @example "2024-08-30T05:48:46.202Z"
   */
  timestamp?: string;
  /** The messages exchanged with the visitor. */
  history?: Message[];
  /**
   * The ID of the tool that captured the lead.
   * @example "tool-9"
   */
  tid?: string;
  /**
   * The name of the tool that captured the lead.
   * @example "Booking form"
   */
  tool_name?: string;
  /** Every tool the visitor used. */
  tools?: LeadTool[];
  /**
   * The length of the visit. The unit is not documented; seconds are assumed.
   * @example 264
   */
  duration?: number;
  /**
   * How many pages the visitor opened.
   * @example 4
   */
  pageviews?: number;
  /** The pages the visitor opened. */
  pages?: LeadPage[];
  /**
   * The page the lead came from.
   * @example "Contact"
   */
  page?: string;
  /**
   * The address of the page the lead came from.
   * @example "https://www.example.com/contact"
   */
  page_url?: string;
  /**
   * The site the lead came from.
   * @example "www.example.com"
   */
  site?: string;
  /**
   * The channel the lead came through.
   * @example "website"
   */
  source?: string;
  /**
   * Where the visitor came from before the site.
   * @example "search"
   */
  referrer?: string;
  /**
   * The address the visitor came from before the site.
   * @example "https://search.example.org/"
   */
  referrer_url?: string;
  /**
   * The visitor's browser.
   * @example "Firefox"
   */
  browser?: string;
  /**
   * The visitor's operating system.
   * @example "Windows"
   */
  os?: string;
  /**
   * Whether the visitor used a mobile device.
   * @example false
   */
  mobile?: boolean;
  /**
   * Whether the API has indexed the lead.
   * @example true
   */
  indexed?: boolean;
  /** Further data attached to the lead. The keys of its objects are not documented. */
  tokens?: Record<string, any>[];
  /**
   * The `id` of the space the lead is filed in.
   * @example "space-customers"
   */
  space_id?: string;
  /**
   * The ID of the visitor. It does not identify the lead.
   * @example "user-58"
   */
  uid?: string;
  /**
   * The ID of the site the lead came from.
   * @example "site-3"
   */
  sid?: string;
  /**
   * An ID whose meaning is not documented. Treat it as opaque.
   * @example "p-77"
   */
  pid?: string;
}

/** A form, chat or other tool that a visitor used. */
export interface LeadTool {
  /**
   * The ID of the tool.
   * @example "tool-9"
   */
  tid: string;
}

/** A page that a visitor opened. Nothing identifies it, so no field is certain. */
export interface LeadPage {
  /**
   * The address of the page.
   * @example "https://www.example.com/contact"
   */
  website?: string;
  /**
   * The address the visitor came from.
   * @example "https://www.example.com/pricing"
   */
  referrer?: string;
  /**
   * The time spent on the page. The unit is not documented; seconds are assumed.
   * @example 48
   */
  duration?: number;
}

/** A message in the history of a lead or a chat. */
export interface Message {
  /**
   * The ID of the message.
   * @example "msg-1"
   */
  id: string;
  /**
   * The text of the message.
   * @example "Hello, how can I help you?"
   */
  message?: string;
  /**
   * The kind of message, such as `text`. The set of kinds is not documented.
   * @example "text"
   */
  type?: string;
  /**
   * When the message was sent, in epoch seconds. Multiply by 1000 for a JavaScript `Date`.
   * @example 1672531250
   */
  timestamp?: number;
}

/** A conversation with a visitor. Every time in it is in epoch seconds. It holds personal data. */
export interface Chat {
  /**
   * The ID of the chat.
   * @example "chat-2290"
   */
  cid: string;
  /** The messages, present only when the query sets `showMessages`. */
  history?: Message[];
  /**
   * The text of the last message.
   * @example "Thank you for your help!"
   */
  lastMessage?: string;
  /**
   * When the last message was sent, in epoch seconds. `startTime` and `endTime` of a query apply to it.
   * @example 1672531350
   */
  lastMessageTime?: number;
  /**
   * Who sent the last message, such as `agent`. The set of senders is not documented.
   * @example "agent"
   */
  lastSender?: string;
  /**
   * The kind of the last message, such as `text`.
   * @example "text"
   */
  msgType?: string;
  /**
   * The average time between messages. The unit is not documented; seconds are assumed.
   * @example 30
   */
  avgBetweenMsg?: number;
  /**
   * When the chat last changed, in epoch seconds.
   * @example 1672531400
   */
  changed?: number;
  /**
   * 1 when an agent chatted live, else 0.
   * @example 1
   */
  livechat?: number;
  /**
   * When the live chat started, in epoch seconds.
   * @example 1672531200
   */
  livechatStarted?: number;
  /**
   * When the last message of the live chat was sent, in epoch seconds.
   * @example 1672531300
   */
  lastLiveMsg?: number;
  /**
   * The ID of the agent.
   * @example "agent-5"
   */
  agentId?: string;
  /**
   * The name of the agent.
   * @example "Noor Haddad"
   */
  agentName?: string;
  /**
   * The email address of the agent. It can be empty.
   * @example "noor.haddad@example.com"
   */
  agentEmail?: string;
  /**
   * When the agent joined, in epoch seconds.
   * @example 1672531200
   */
  agentJoinedTime?: number;
  /**
   * The team that took the chat.
   * @example "Support"
   */
  team?: string;
  /**
   * Where the lead from this chat was sent. It can be empty.
   * @example "sales@example.com"
   */
  leadSentTo?: string;
  /**
   * The ID of the visitor. `uid` in a query filters by it.
   * @example "user-58"
   */
  uid?: string;
  /**
   * The visitor's full name.
   * @example "Jane Doe"
   */
  name?: string;
  /**
   * The visitor's first name.
   * @example "Jane"
   */
  first_name?: string;
  /**
   * The visitor's last name.
   * @example "Doe"
   */
  last_name?: string;
  /**
   * The visitor's phone number.
   * @example "+12025550147"
   */
  phone?: string;
  /**
   * The visitor's business phone number.
   * @example "+12025550163"
   */
  business_phone?: string;
  /**
   * A registration number.
   * @example "ABC123"
   */
  regNo?: string;
  /**
   * The channel the chat came through. `chatsBySource` in the statistics counts by it.
   * @example "website"
   */
  source?: string;
  /**
   * The ID of the site.
   * @example "site-3"
   */
  sid?: string;
  /**
   * The name of the site.
   * @example "Example Site"
   */
  sitename?: string;
  /**
   * The path of the page on which the chat began.
   * @example "/support/chat"
   */
  url?: string;
  /**
   * The whole address of the page on which the chat began. It can be empty.
   * @example "https://www.example.com/support/chat"
   */
  fullUrl?: string;
  /**
   * The ID of the visitor's session.
   * @example "session-812"
   */
  session?: string;
}

/** Filters for `listChats`. All of them are optional, and a chat has to pass every one given. */
export interface ChatQuery {
  /**
   * Keeps chats whose last message is not older than this, in ISO 8601.
   * @format date-time
   * @example "2024-08-01T00:00:00.000Z"
   */
  startTime?: string;
  /**
   * Keeps chats whose last message is not newer than this, in ISO 8601.
   * @format date-time
   * @example "2024-08-31T23:59:59.999Z"
   */
  endTime?: string;
  /**
   * Keeps the chats of one visitor.
   * @example "user-58"
   */
  uid?: string;
  /**
   * The largest number of chats to return. The newest are kept.
   * @min 1
   * @example 10
   */
  limit?: number;
  /**
   * Whether each chat comes with its messages in `history`. Without it they are left out.
   * @example true
   */
  showMessages?: boolean;
  /**
   * When true, keeps only chats with chatbot interactions. False filters nothing.
   * @example true
   */
  chatbot?: boolean;
}

/** Figures about the chats of a time range. Only the requested metrics are present. */
export interface ChatStatistics {
  /**
   * How many chats there were.
   * @example 150
   */
  totalChats?: number;
  /**
   * The average time to a response, in seconds.
   * @example 45
   */
  averageResponseTime?: number;
  /**
   * The satisfaction score, out of 5.
   * @example 4.5
   */
  satisfactionScore?: number;
  /** The figures of each agent. */
  chatsByAgent?: AgentStatistics[];
  /**
   * How many chats came through each channel, keyed by the `source` of a chat.
   * @example {"website":120,"mobile":30}
   */
  chatsBySource?: Record<string, number>;
  /**
   * How many chats lasted how long, keyed by a range of minutes in words.
   * @example {"0-5 minutes":60,"5-10 minutes":40,"10+ minutes":50}
   */
  chatDurations?: Record<string, number>;
}

/** The chat figures of one agent. */
export interface AgentStatistics {
  /**
   * The ID of the agent.
   * @example "agent-5"
   */
  agentId: string;
  /**
   * The name of the agent.
   * @example "Noor Haddad"
   */
  agentName?: string;
  /**
   * How many chats the agent had.
   * @example 50
   */
  totalChats?: number;
  /**
   * The agent's average time to a response, in seconds.
   * @example 30
   */
  averageResponseTime?: number;
}

/** The body of an error. Its form is not documented, so read the status first and expect any field. */
export interface Problem {
  /**
   * What went wrong, for people. Do not branch on its wording.
   * @example "The API key is invalid."
   */
  message?: string;
  [key: string]: any;
}

export type QueryParamsType = Record<string | number, any>;
export type ResponseFormat = keyof Omit<Body, "body" | "bodyUsed">;

export interface FullRequestParams extends Omit<RequestInit, "body"> {
  /** set parameter to `true` for call `securityWorker` for this request */
  secure?: boolean;
  /** request path */
  path: string;
  /** content type of request body */
  type?: ContentType;
  /** query params */
  query?: QueryParamsType;
  /** format of response (i.e. response.json() -> format: "json") */
  format?: ResponseFormat;
  /** request body */
  body?: unknown;
  /** base url */
  baseUrl?: string;
  /** request cancellation token */
  cancelToken?: CancelToken;
}

export type RequestParams = Omit<
  FullRequestParams,
  "body" | "method" | "query" | "path"
>;

export interface ApiConfig<SecurityDataType = unknown> {
  baseUrl?: string;
  baseApiParams?: Omit<RequestParams, "baseUrl" | "cancelToken" | "signal">;
  securityWorker?: (
    securityData: SecurityDataType | null,
  ) => Promise<RequestParams | void> | RequestParams | void;
  customFetch?: typeof fetch;
}

export interface HttpResponse<D extends unknown, E extends unknown = unknown>
  extends Response {
  data: D;
  error: E;
}

type CancelToken = Symbol | string | number;

export enum ContentType {
  Json = "application/json",
  JsonApi = "application/vnd.api+json",
  FormData = "multipart/form-data",
  UrlEncoded = "application/x-www-form-urlencoded",
  Text = "text/plain",
}

export class HttpClient<SecurityDataType = unknown> {
  public baseUrl: string = "https://link.serviceform.com";
  private securityData: SecurityDataType | null = null;
  private securityWorker?: ApiConfig<SecurityDataType>["securityWorker"];
  private abortControllers = new Map<CancelToken, AbortController>();
  private customFetch = (...fetchParams: Parameters<typeof fetch>) =>
    fetch(...fetchParams);

  private baseApiParams: RequestParams = {
    credentials: "same-origin",
    headers: {},
    redirect: "follow",
    referrerPolicy: "no-referrer",
  };

  constructor(apiConfig: ApiConfig<SecurityDataType> = {}) {
    Object.assign(this, apiConfig);
  }

  public setSecurityData = (data: SecurityDataType | null) => {
    this.securityData = data;
  };

  protected encodeQueryParam(key: string, value: any) {
    const encodedKey = encodeURIComponent(key);
    return `${encodedKey}=${encodeURIComponent(typeof value === "number" ? value : `${value}`)}`;
  }

  protected addQueryParam(query: QueryParamsType, key: string) {
    return this.encodeQueryParam(key, query[key]);
  }

  protected addArrayQueryParam(query: QueryParamsType, key: string) {
    const value = query[key];
    return value.map((v: any) => this.encodeQueryParam(key, v)).join("&");
  }

  protected toQueryString(rawQuery?: QueryParamsType): string {
    const query = rawQuery || {};
    const keys = Object.keys(query).filter(
      (key) => "undefined" !== typeof query[key],
    );
    return keys
      .map((key) =>
        Array.isArray(query[key])
          ? this.addArrayQueryParam(query, key)
          : this.addQueryParam(query, key),
      )
      .join("&");
  }

  protected addQueryParams(rawQuery?: QueryParamsType): string {
    const queryString = this.toQueryString(rawQuery);
    return queryString ? `?${queryString}` : "";
  }

  private contentFormatters: Record<ContentType, (input: any) => any> = {
    [ContentType.Json]: (input: any) =>
      input !== null && (typeof input === "object" || typeof input === "string")
        ? JSON.stringify(input)
        : input,
    [ContentType.JsonApi]: (input: any) =>
      input !== null && (typeof input === "object" || typeof input === "string")
        ? JSON.stringify(input)
        : input,
    [ContentType.Text]: (input: any) =>
      input !== null && typeof input !== "string"
        ? JSON.stringify(input)
        : input,
    [ContentType.FormData]: (input: any) => {
      if (input instanceof FormData) {
        return input;
      }

      return Object.keys(input || {}).reduce((formData, key) => {
        const property = input[key];
        formData.append(
          key,
          property instanceof Blob
            ? property
            : typeof property === "object" && property !== null
              ? JSON.stringify(property)
              : `${property}`,
        );
        return formData;
      }, new FormData());
    },
    [ContentType.UrlEncoded]: (input: any) => this.toQueryString(input),
  };

  protected mergeRequestParams(
    params1: RequestParams,
    params2?: RequestParams,
  ): RequestParams {
    return {
      ...this.baseApiParams,
      ...params1,
      ...(params2 || {}),
      headers: {
        ...(this.baseApiParams.headers || {}),
        ...(params1.headers || {}),
        ...((params2 && params2.headers) || {}),
      },
    };
  }

  protected createAbortSignal = (
    cancelToken: CancelToken,
  ): AbortSignal | undefined => {
    if (this.abortControllers.has(cancelToken)) {
      const abortController = this.abortControllers.get(cancelToken);
      if (abortController) {
        return abortController.signal;
      }
      return void 0;
    }

    const abortController = new AbortController();
    this.abortControllers.set(cancelToken, abortController);
    return abortController.signal;
  };

  public abortRequest = (cancelToken: CancelToken) => {
    const abortController = this.abortControllers.get(cancelToken);

    if (abortController) {
      abortController.abort();
      this.abortControllers.delete(cancelToken);
    }
  };

  public request = async <T = any, E = any>({
    body,
    secure,
    path,
    type,
    query,
    format,
    baseUrl,
    cancelToken,
    ...params
  }: FullRequestParams): Promise<HttpResponse<T, E>> => {
    const secureParams =
      ((typeof secure === "boolean" ? secure : this.baseApiParams.secure) &&
        this.securityWorker &&
        (await this.securityWorker(this.securityData))) ||
      {};
    const requestParams = this.mergeRequestParams(params, secureParams);
    const queryString = query && this.toQueryString(query);
    const payloadFormatter = this.contentFormatters[type || ContentType.Json];
    const responseFormat = format || requestParams.format;

    return this.customFetch(
      `${baseUrl || this.baseUrl || ""}${path}${queryString ? `?${queryString}` : ""}`,
      {
        ...requestParams,
        headers: {
          ...(requestParams.headers || {}),
          ...(type && type !== ContentType.FormData
            ? { "Content-Type": type }
            : {}),
        },
        signal:
          (cancelToken
            ? this.createAbortSignal(cancelToken)
            : requestParams.signal) || null,
        body:
          typeof body === "undefined" || body === null
            ? null
            : payloadFormatter(body),
      },
    ).then(async (response) => {
      const r = response as HttpResponse<T, E>;
      r.data = null as unknown as T;
      r.error = null as unknown as E;

      const responseToParse = responseFormat ? response.clone() : response;
      const data = !responseFormat
        ? r
        : await responseToParse[responseFormat]()
            .then((data) => {
              if (r.ok) {
                r.data = data;
              } else {
                r.error = data;
              }
              return r;
            })
            .catch((e) => {
              r.error = e;
              return r;
            });

      if (cancelToken) {
        this.abortControllers.delete(cancelToken);
      }

      if (!response.ok) throw data;
      return data;
    });
  };
}

/**
 * @title Serviceform Public API
 * @version 1.0.1
 * @license MIT (https://opensource.org/license/mit)
 * @baseUrl https://link.serviceform.com
 * @contact Serviceform (https://www.serviceform.com)
 *
 * Read and write flex spaces and their items, read leads, read chats and their statistics.
 *
 * Every request carries an API key in the `sf-api-key` header. A missing or invalid key is answered
 * with 403, except by `GET /leads`, which answers 401.
 *
 * Bodies are JSON in both directions. Times are ISO 8601 date-times, except in chats and messages, where
 * they are epoch seconds. Lists come whole: no paging is documented.
 */
export class Api<
  SecurityDataType extends unknown,
> extends HttpClient<SecurityDataType> {
  flex = {
    /**
     * @description Returns every space of the account with its fields, not the items in it. An invalid key is answered with 403. Reads only, so a repeat is safe.
     *
     * @tags Flex
     * @name ListSpaces
     * @summary List all spaces
     * @request GET:/flex/spaces
     * @secure
     */
    listSpaces: (params: RequestParams = {}) =>
      this.request<Space[], Problem>({
        path: `/flex/spaces`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * @description Returns every item of one space in a single answer; it does not page. An invalid key is answered with 403, an unknown space with 404. Reads only, so a repeat is safe.
     *
     * @tags Flex
     * @name ListItems
     * @summary List the items of a space
     * @request GET:/flex/spaces/{spaceId}/items
     * @secure
     */
    listItems: (spaceId: string, params: RequestParams = {}) =>
      this.request<Item[], Problem>({
        path: `/flex/spaces/${spaceId}/items`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * @description Returns the item with the ID it was given. An invalid key is answered with 403, missing or invalid data with 422. A repeat creates a second item, so do not send it again unless it is known to have failed.
     *
     * @tags Flex
     * @name CreateItem
     * @summary Create an item in a space
     * @request POST:/flex/spaces/{spaceId}/items
     * @secure
     */
    createItem: (
      spaceId: string,
      data: ItemInput,
      params: RequestParams = {},
    ) =>
      this.request<Item, Problem>({
        path: `/flex/spaces/${spaceId}/items`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * @description Returns one item of a space. An invalid key is answered with 403, an unknown space or item with 404. Reads only, so a repeat is safe.
     *
     * @tags Flex
     * @name GetItem
     * @summary Get an item
     * @request GET:/flex/spaces/{spaceId}/items/{itemId}
     * @secure
     */
    getItem: (spaceId: string, itemId: string, params: RequestParams = {}) =>
      this.request<Item, Problem>({
        path: `/flex/spaces/${spaceId}/items/${itemId}`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),

    /**
     * @description Sets the primary field and returns the item as it is afterwards. An invalid key is answered with 403, an unknown space or item with 404, missing or invalid data with 400 or 422. A repeat sets the same value, so it is safe.
     *
     * @tags Flex
     * @name UpdateItem
     * @summary Update an item
     * @request PUT:/flex/spaces/{spaceId}/items/{itemId}
     * @secure
     */
    updateItem: (
      spaceId: string,
      itemId: string,
      data: ItemInput,
      params: RequestParams = {},
    ) =>
      this.request<Item, Problem>({
        path: `/flex/spaces/${spaceId}/items/${itemId}`,
        method: "PUT",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),

    /**
     * @description Deletes one item of a space and returns nothing. An invalid key is answered with 403, an unknown space or item with 404. A repeat is safe and meets 404 when the first call succeeded.
     *
     * @tags Flex
     * @name DeleteItem
     * @summary Delete an item
     * @request DELETE:/flex/spaces/{spaceId}/items/{itemId}
     * @secure
     */
    deleteItem: (spaceId: string, itemId: string, params: RequestParams = {}) =>
      this.request<void, Problem>({
        path: `/flex/spaces/${spaceId}/items/${itemId}`,
        method: "DELETE",
        secure: true,
        ...params,
      }),
  };
  leads = {
    /**
     * @description Returns every lead of the account in a single answer, which can be large: it takes no filter and does not page. An invalid key is answered with 401, not 403. Reads only, so a repeat is safe.
     *
     * @tags Leads
     * @name ListLeads
     * @summary List all leads
     * @request GET:/leads
     * @secure
     */
    listLeads: (params: RequestParams = {}) =>
      this.request<Lead[], Problem>({
        path: `/leads`,
        method: "GET",
        secure: true,
        format: "json",
        ...params,
      }),
  };
  chats = {
    /**
     * @description Returns the chats that pass every given filter; an empty body returns all of them. It is a POST because the filters travel in the body: nothing is written, so a repeat is safe. Messages come only with `showMessages`. An invalid key is answered with 403.
     *
     * @tags Chats
     * @name ListChats
     * @summary List chats
     * @request POST:/chats
     * @secure
     */
    listChats: (data: ChatQuery, params: RequestParams = {}) =>
      this.request<Chat[], Problem>({
        path: `/chats`,
        method: "POST",
        body: data,
        secure: true,
        type: ContentType.Json,
        format: "json",
        ...params,
      }),
  };
  statistics = {
    /**
     * @description Returns the figures of a time range, or of all time when none is given. With `metrics` only the named ones are present. An invalid key is answered with 403, invalid parameters with 400. Reads only, so a repeat is safe.
     *
     * @tags Chats
     * @name GetChatStatistics
     * @summary Get chat statistics
     * @request GET:/statistics/chat
     * @secure
     */
    getChatStatistics: (
      query?: {
        /**
         * Start of the time range, included, in ISO 8601. Without it the range begins with the first chat.
         * @format date-time
         * @example "2024-08-01T00:00:00.000Z"
         */
        startTime?: string;
        /**
         * End of the time range, included, in ISO 8601. Without it the range reaches to the present.
         * @format date-time
         * @example "2024-08-31T23:59:59.999Z"
         */
        endTime?: string;
        /**
         * The metrics to answer with, by their names in `ChatStatistics`, one `metrics=` for each. Without it all of them are returned; an unknown name is answered with 400.
         * @example ["totalChats","averageResponseTime"]
         */
        metrics?: string[];
      },
      params: RequestParams = {},
    ) =>
      this.request<ChatStatistics, Problem>({
        path: `/statistics/chat`,
        method: "GET",
        query: query,
        secure: true,
        format: "json",
        ...params,
      }),
  };
}
