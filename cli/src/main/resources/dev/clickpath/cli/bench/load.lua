-- Sends the requests of a file over and over, and looks into every answer.
-- Arguments: the file (a line each: path, tab, cookie), what an answer is made of ("identity" or "gzip"),
-- the fewest bytes it has, and the words that a plain one holds.

local requests = {}
local sent = 0
local plain, fewest, words

wrong = 0

function init(args)
	local file, coding = args[1], args[2]
	plain, fewest, words = coding == "identity", tonumber(args[3]), args[4]
	for line in io.lines(file) do
		local path, cookie = line:match("^([^\t]+)\t(.*)$")
		local headers = { ["Accept"] = "text/html", ["Accept-Encoding"] = coding }
		if cookie ~= "" then
			headers["Cookie"] = cookie
		end
		requests[#requests + 1] = wrk.format("GET", path, headers)
	end
end

function request()
	sent = sent % #requests + 1
	return requests[sent]
end

function response(status, headers, body)
	if status ~= 200 or #body < fewest or (plain and not body:find(words, 1, true)) then
		wrong = wrong + 1
	end
end

local threads = {}

function setup(thread)
	threads[#threads + 1] = thread
end

-- wrk times in microseconds.
function done(summary, latency)
	local errors = summary.errors
	local bad = 0
	for _, thread in ipairs(threads) do
		bad = bad + thread:get("wrong")
	end
	io.write(string.format('\n{"requests":%d,"micros":%d,"p50Micros":%d,"p99Micros":%d,"wrong":%d,"broken":%d}\n',
		summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), bad,
		errors.connect + errors.read + errors.write + errors.timeout))
end
