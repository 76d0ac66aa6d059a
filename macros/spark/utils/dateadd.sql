{# A date some periods later, as a timestamp: days and months by calendar, shorter periods by the clock. #}

{% macro spark__dateadd(datepart, interval, from_date_or_timestamp) -%}
    {%- set days = {'day': 1, 'week': 7} -%}
    {%- set months = {'month': 1, 'quarter': 3, 'year': 12} -%}
    {%- set seconds = {'hour': '3600', 'minute': '60', 'second': '1', 'millisecond': '(1/1000000)', 'microsecond': '(1/1000000)'} -%}

    {%- if datepart in days or datepart in months -%}
        to_timestamp(
            to_unix_timestamp(
                {{ 'date_add' if datepart in days else 'add_months' }}(
                    {{ assert_not_null('date', from_date_or_timestamp) }},
                    cast({{ interval }} * {{ days.get(datepart) or months.get(datepart) }} as int)
                )
            ) + {{ _spark_time_of_day(from_date_or_timestamp) }}
        )
    {%- elif datepart in seconds -%}
        to_timestamp(
            {{ assert_not_null('to_unix_timestamp', from_date_or_timestamp) }}
            + cast({{ interval }} * {{ seconds[datepart] }} as int)
        )
    {%- else -%}
        {%- do exceptions.raise_compiler_error("macro dateadd not implemented for datepart ~ '" ~ datepart ~ "' ~ on Spark") -%}
    {%- endif -%}
{%- endmacro %}


{#- The seconds since midnight, which date arithmetic loses. #}
{% macro _spark_time_of_day(moment) %}
        to_unix_timestamp({{ assert_not_null('to_timestamp', moment) }})
        - to_unix_timestamp({{ assert_not_null('date', moment) }})
{%- endmacro %}
