-- Asks for the same asset over and over. There is no response function: a cache answers faster than one could look.
-- Arguments: the coding that is asked for, and how many bytes the body has on the wire.

local longest_head = 2048

length = 0

function init(args)
	wrk.headers["Accept-Encoding"] = args[1]
	length = tonumber(args[2])
end

local threads = {}

function setup(thread)
	threads[#threads + 1] = thread
end

-- Every answer has the same length, so all of them together tell whether one was not what it should be. wrk counts the
-- bytes as they come: at the end an answer for each connection may have come in part.
function done(summary, latency)
	local errors = summary.errors
	local wrong = errors.status
	local body = threads[1]:get("length")
	local fewest = (summary.requests - 1) * body
	local most = (summary.requests + 1024) * (body + longest_head)
	if summary.bytes < fewest or summary.bytes > most then
		wrong = summary.requests
	end
	io.write(string.format('\n{"requests":%d,"micros":%d,"p50Micros":%d,"p99Micros":%d,"wrong":%d,"broken":%d}\n',
		summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), wrong,
		errors.connect + errors.read + errors.write + errors.timeout))
end
