// A client as somebody who writes TypeScript would have it: the types in telnyx.ts are generated from telnyx.yaml.
// It is compiled and never run.
import createClient from "openapi-fetch";
import type { components, paths, webhooks } from "./telnyx.js";

type Schemas = components["schemas"];

export function telnyx(apiKey: string) {
  return createClient<paths>({
    baseUrl: "https://api.telnyx.com/v2",
    headers: { Authorization: `Bearer ${apiKey}` },
  });
}

export async function send(apiKey: string, message: Schemas["OutgoingMessage"]): Promise<string | undefined> {
  const { data, error } = await telnyx(apiKey).POST("/messages", { body: message });
  if (error) {
    const failure: Schemas["ErrorResponse"] = error;
    throw new Error(failure.errors?.[0]?.title ?? "unknown");
  }
  return data.data?.id;
}

export async function availableNumbers(apiKey: string): Promise<string[]> {
  const { data } = await telnyx(apiKey).GET("/available_phone_numbers", {
    params: { query: { "filter[features]": ["sms", "voice"], "filter[limit]": 10 } },
  });
  return (data?.data ?? []).flatMap((number) => number.phone_number ?? []);
}

export async function hangUp(apiKey: string, callControlId: string): Promise<boolean> {
  const { response } = await telnyx(apiKey).POST("/calls/{call_control_id}/actions/hangup", {
    params: { path: { call_control_id: callControlId } },
    body: { command_id: crypto.randomUUID() },
  });
  return response.ok;
}

// null switches a number pool off, and leaving it out changes nothing: the types tell the two apart.
export const poolOff: Schemas["UpdateMessagingProfileRequest"] = { number_pool_settings: null };

// What must be refused is refused, or the line above it is an error of its own.
// @ts-expect-error a message needs a recipient
export const noRecipient: Schemas["OutgoingMessage"] = { text: "nobody gets this" };

type Hangup = webhooks["callHangup"]["post"]["requestBody"]["content"]["application/json"];

export function cause(event: Hangup): string | undefined {
  return event.data?.payload?.hangup_cause;
}
