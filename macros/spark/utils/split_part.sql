{# One part of a text that is split at a delimiter. Spark splits at a regular expression, and counts parts from 0. #}

{% macro spark__split_part(string_text, delimiter_text, part_number) %}
  {%- set position -%}
    {%- if part_number > 0 -%}
      ({{ part_number - 1 }})
    {%- elif part_number == 0 -%}
      ({{ part_number }})
    {%- else -%}
      (
                length({{ string_text }})
                - length(
                    replace({{ string_text }},  {{ delimiter_text }}, '')
                ) + 1 + {{ part_number }}
            )
    {%- endif -%}
  {%- endset %}


        split(
            {{ string_text }},
            {{ _spark_delimiter_pattern(delimiter_text) }}
            )[{{ position }}]

        {% endmacro %}


{#- A delimiter that starts with a character of regular expressions is escaped. #}
{% macro _spark_delimiter_pattern(delimiter_text) %}
        case when regexp_extract({{ delimiter_text }}, '([^A-Za-z0-9])(.*)', 1) != '_'
            then concat('\\', {{ delimiter_text }})
            else {{ delimiter_text }} end

    {% endmacro %}
