// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

/** What a caller sets on an item. */
export interface ItemInput {
    /**
     * @description The item's title.
     * @example Harbour Dental
     */
    primary_field: string;
}

/** Filters for `listChats`. All of them are optional; a chat must match every one that is set. */
export interface ChatQuery {
    /**
     * Format: date-time
     * @description Keeps chats whose last message is not older than this, in ISO 8601.
     * @example 2024-08-01T00:00:00.000Z
     */
    startTime?: string | undefined;
    /**
     * Format: date-time
     * @description Keeps chats whose last message is not newer than this, in ISO 8601.
     * @example 2024-08-31T23:59:59.999Z
     */
    endTime?: string | undefined;
    /**
     * @description Keeps the chats of one visitor.
     * @example user-58
     */
    uid?: string | undefined;
    /**
     * @description The largest number of chats to return. The newest are kept.
     * @example 10
     */
    limit?: number | undefined;
    /**
     * @description Whether each chat comes with its messages in `history`. Without it they are left out.
     * @example true
     */
    showMessages?: boolean | undefined;
    /**
     * @description When true, keeps only chats with chatbot interactions. False filters nothing.
     * @example true
     */
    chatbot?: boolean | undefined;
}
