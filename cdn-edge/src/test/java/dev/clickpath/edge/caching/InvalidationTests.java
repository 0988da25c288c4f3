package dev.clickpath.edge.caching;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvalidationTests {

	private static final CacheKey TARGET = new CacheKey("http", "shop", "/a/b?c");

	@ParameterizedTest(name = "{0}: {1} {2}, {3} -> {4}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					# section of RFC 9111;                    method;   status; response;                               invalidated
					4.4 the target;                           POST;     200;    ``;                                     http://shop/a/b?c
					4.4 by any unsafe method;                 PUT;      204;    ``;                                     http://shop/a/b?c
					4.4 by any unsafe method;                 PATCH;    200;    ``;                                     http://shop/a/b?c
					4.4 by any unsafe method;                 DELETE;   202;    ``;                                     http://shop/a/b?c
					4.4 by a method it does not know;         BREW;     200;    ``;                                     http://shop/a/b?c
					4.4 methods have a case;                  get;      200;    ``;                                     http://shop/a/b?c
					4.4 by a redirection;                     POST;     303;    ``;                                     http://shop/a/b?c
					4.4 by no change;                         POST;     304;    ``;                                     http://shop/a/b?c
					4.4 not by an error;                      POST;     400;    Location: /x;                           ``
					4.4 not by an error of the origin;        DELETE;   500;    Location: /x;                           ``
					4.4 not by what is not final;             POST;     102;    ``;                                     ``
					4.4 not by a safe method;                 GET;      200;    Location: /x;                           ``
					4.4 not by a safe method;                 HEAD;     200;    Content-Location: /x;                   ``
					4.4 not by a safe method;                 OPTIONS;  200;    Location: /x;                           ``
					4.4 not by a safe method;                 TRACE;    200;    Location: /x;                           ``
					4.4 Location;                             POST;     201;    Location: /x;                           http://shop/a/b?c http://shop/x
					4.4 Location as a whole;                  POST;     201;    Location: http://shop/x;                http://shop/a/b?c http://shop/x
					4.4 Location in capitals;                 POST;     201;    Location: HTTP://SHOP/X;                http://shop/a/b?c http://shop/X
					4.4 Location without a path;              POST;     201;    Location: http://shop;                  http://shop/a/b?c http://shop/
					4.4 Location without a scheme;            POST;     201;    Location: //shop/x;                     http://shop/a/b?c http://shop/x
					RFC 3986 5.3 Location beside it;          POST;     201;    Location: x;                            http://shop/a/b?c http://shop/a/x
					RFC 3986 5.3 Location above it;           POST;     201;    Location: ../x;                         http://shop/a/b?c http://shop/x
					RFC 3986 5.3 Location with a query;       POST;     201;    Location: ?x;                           http://shop/a/b?c http://shop/a/b?x
					RFC 3986 5.3 Location with a fragment;    POST;     201;    Location: /x#y;                         http://shop/a/b?c http://shop/x
					4.4 Content-Location;                     PUT;      200;    Content-Location: /x?y;                 http://shop/a/b?c http://shop/x?y
					4.4 both;                                 POST;     201;    Location: /x | Content-Location: /y;    http://shop/a/b?c http://shop/x http://shop/y
					4.4 the same twice;                       POST;     201;    Location: /a/b?c;                       http://shop/a/b?c
					4.4 not on another host;                  POST;     201;    Location: http://other/x;               http://shop/a/b?c
					4.4 not on another port;                  POST;     201;    Location: http://shop:81/x;             http://shop/a/b?c
					4.4 not for another scheme;               POST;     201;    Location: https://shop/x;               http://shop/a/b?c
					4.4 with its scheme's port;               POST;     201;    Location: http://shop:80/x;             http://shop/a/b?c http://shop/x
					4.4 with any characters;                  POST;     201;    Location: x?y={z"^};                    http://shop/a/b?c http://shop/a/x?y={z"^}
					RFC 3986 5.2.4 dots at the end;           POST;     201;    Location: ../x/./y/..;                  http://shop/a/b?c http://shop/x/
					RFC 3986 5.2.4 above the top;             POST;     201;    Location: ../../../x;                   http://shop/a/b?c http://shop/x
					4.4 not where nobody can be;              POST;     201;    Location: mailto:a@shop;                http://shop/a/b?c
					4.4 not what cannot be read;              POST;     201;    Location: http://[x;                    http://shop/a/b?c
					4.4 not what cannot be read;              POST;     201;    Location: /a b;                         http://shop/a/b?c
					4.4 nothing more for nothing;             POST;     201;    Location:;                              http://shop/a/b?c
					""")
	void forgetsWhatMayHaveChanged(String section, String method, int status, String response, String invalidated) {
		List<String> expected = invalidated.isEmpty() ? List.of() : Arrays.asList(invalidated.split(" "));
		assertThat(Invalidation.of(method, TARGET, status, Requests.fields(response))).as(section)
			.extracting(CacheKey::toString)
			.containsExactlyElementsOf(expected);
	}

}
