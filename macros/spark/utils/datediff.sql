{# How many borders of a period lie between two dates. Spark counts days and months; the rest is made of these. #}

{% macro spark__datediff(first_date, second_date, datepart) %}
    {% set seconds = {'hour': '3600', 'minute': '60', 'second': '1', 'millisecond': '(1/1000)', 'microsecond': '(1/1000000)'} %}
    {% if datepart in seconds %}
        {%- do return(_spark_clock_datediff(first_date, second_date, datepart, seconds[datepart])) -%}
    {% endif %}

    {% set from_date, to_date = assert_not_null('date', first_date), assert_not_null('date', second_date) %}
    {% if datepart == 'day' %}
        datediff({{ to_date }}, {{ from_date }})
    {%- elif datepart == 'week' %}
        {{- _spark_whole_periods(from_date, to_date, 'datediff(' ~ to_date ~ ', ' ~ from_date ~ ')/7') }}
        {{- _spark_border(from_date, to_date, 'dayofweek') }}
    {%- elif datepart == 'month' %}
        {{- _spark_whole_periods(from_date, to_date, _spark_months_between(from_date, to_date)) }}
        {{- _spark_border(from_date, to_date, 'dayofmonth') }}
    {%- elif datepart == 'quarter' %}
        {{- _spark_whole_periods(from_date, to_date, _spark_months_between(from_date, to_date) ~ '/3') }}
        {{- _spark_quarter_border(from_date, to_date) }}
    {%- elif datepart == 'year' %}
        year({{ to_date }}) - year({{ from_date }})
    {%- else -%}
        {%- do exceptions.raise_compiler_error("macro datediff not implemented for datepart ~ '" ~ datepart ~ "' ~ on Spark") -%}
    {%- endif -%}
{%- endmacro %}


{% macro _spark_months_between(from_date, to_date) -%}
months_between(date({{ to_date }}), date({{ from_date }}))
{%- endmacro %}


{#- Periods that are over, towards zero. #}
{% macro _spark_whole_periods(from_date, to_date, count) %}

        case when {{ from_date }} < {{ to_date }}
            then floor({{ count }})
            else ceil({{ count }})
            end
{%- endmacro %}


{#- One more where the later date is at an earlier place in its period. #}
{% macro _spark_border(from_date, to_date, place) %}
        + case
            when {{ from_date }} < {{ to_date }} and {{ place }}({{ to_date }}) < {{ place }}({{ from_date }}) then 1
            when {{ from_date }} > {{ to_date }} and {{ place }}({{ to_date }}) > {{ place }}({{ from_date }}) then -1
            else 0 end
{%- endmacro %}

{% macro _spark_quarter_border(from_date, to_date) %}
        + case
  {%- for order, step in [('<', 1), ('>', -1)] %}
            when {{ from_date }} {{ order }} {{ to_date }} and (
                (dayofyear({{ to_date }}) - (quarter({{ to_date }}) * 365/4))
                {{ order }} (dayofyear({{ from_date }}) - (quarter({{ from_date }}) * 365/4))
            ) then {{ step }}
  {%- endfor %}
            else 0 end
{%- endmacro %}


{#- By the clock. Unix timestamps count whole seconds: parts of a second come from the text of a timestamp, microseconds
    only from one written as 2024-01-31 23:59:59.123456. #}
{% macro _spark_clock_datediff(first_date, second_date, datepart, seconds) -%}
  {%- set first = assert_not_null('to_unix_timestamp', assert_not_null('to_timestamp', first_date)) -%}
  {%- set second = assert_not_null('to_unix_timestamp', assert_not_null('to_timestamp', second_date)) -%}
        case when {{ first_date }} < {{ second_date }}
            then ceil((
                {{ second }}
                - {{ first }}
            ) / {{ seconds }})
            else floor((
                {{ second }}
                - {{ first }}
            ) / {{ seconds }})
            end
  {%- if datepart == 'millisecond' %}
                + cast(date_format({{ second_date }}, 'SSS') as int)
                - cast(date_format({{ first_date }}, 'SSS') as int)
  {%- elif datepart == 'microsecond' %}
    {%- set pattern = '[0-9]{4}-[0-9]{2}-[0-9]{2}.[0-9]{2}:[0-9]{2}:[0-9]{2}.([0-9]{6})' %}
                + cast(regexp_extract({{ second_date }}, '{{ pattern }}', 1) as int)
                - cast(regexp_extract({{ first_date }}, '{{ pattern }}', 1) as int)
  {%- endif %}
            {% endmacro %}
