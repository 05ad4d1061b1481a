/** How a system is entered. `variables` are the names of the environment's variables, all of which must be set. */
export type Credentials =
  | {
      readonly kind: "key";
      readonly variables: { readonly key: string };
      readonly header: string;
      readonly before: string;
    }
  | {
      readonly kind: "client-credentials";
      readonly variables: { readonly id: string; readonly secret: string; readonly username?: string };
      readonly tokenUrl: string;
      /** What the token's request holds beside the usual. */
      readonly fields: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "refresh-token";
      readonly variables: { readonly id: string; readonly secret: string; readonly refreshToken: string };
      readonly tokenUrl: string;
    };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that these credentials need and the environment does not have. */
export function missingVariables({ variables }: Credentials, environment: Environment): readonly string[] {
  return Object.values(variables).filter((name: string) => (environment[name] ?? "") === "");
}

/** The request that mints an access token: a form, with the client's id and secret where OAuth 2.0 (RFC 6749) has them. */
export function tokenRequest(
  credentials: Exclude<Credentials, { readonly kind: "key" }>,
  environment: Environment,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const value = (name: string): string => environment[name] ?? "";
  const { id, secret } = credentials.variables;
  const basic = Buffer.from(`${encodeURIComponent(value(id))}:${encodeURIComponent(value(secret))}`).toString("base64");
  const form = new URLSearchParams(fieldsOf(credentials, value));
  return {
    headers: {
      authorization: `Basic ${basic}`,
      "content-type": "application/x-www-form-urlencoded",
      accept: "application/json",
    },
    body: form.toString(),
  };
}

function fieldsOf(
  credentials: Exclude<Credentials, { readonly kind: "key" }>,
  value: (name: string) => string,
): Readonly<Record<string, string>> {
  switch (credentials.kind) {
    case "refresh-token":
      return { grant_type: "refresh_token", refresh_token: value(credentials.variables.refreshToken) };
    case "client-credentials": {
      const { id, secret, username } = credentials.variables;
      const sage = username === undefined ? {} : { client_secret: value(secret), username: value(username) };
      return { grant_type: "client_credentials", client_id: value(id), ...sage, ...credentials.fields };
    }
  }
}
