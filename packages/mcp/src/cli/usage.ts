export const USAGE = `Usage: serviceform-mcp [flags]

Serves the API to an assistant over stdio, or over HTTP with --http. The key comes from one of the four key flags, else
from SERVICEFORM_API_KEY.

  --write                      offers the tools that create and update
  --delete                     offers the tools that delete; each deletion is confirmed
  --personal <how>             full, masked or none: how personal data is shown (default: masked)
  --lockdown                   leaves out history, message, lastMessage and tokens; other fields,
                               such as name and referrer, can still hold any text
  --tools <a,b>                keeps only the named tools
  --max-bytes <number>         the size of the text in one response (default: 8000)
  --mirror <file>              a SQLite file that serviceform sync writes; tools over whole lists
                               read it; adds the tool query; requires Node.js 22.13 or newer
  --http <port>                serves POST /mcp on 127.0.0.1; 0 picks a port, which stderr names
  --token-env <variable>       over HTTP: requires the bearer token in this environment variable

  --profile <name>             the key of a profile in config.json
  --key-env <variable>         the key is in this environment variable
  --key-file <path>            the key is in this file, which only you can read
  --key-command <command>      this command prints the key
  --base-url <url>             another address of the API
  --sandbox                    calls the sandbox in memory: no account, generated data
  --sandbox-leads <number>     how many leads it has (default: 60)
  --sandbox-seed <number>      which data it has (default: 1)

  -h, --help, --version        prints this text, or the version

Exit codes: 0 the client disconnected · 1 failed · 2 usage or configuration · 130 interrupted
`;
